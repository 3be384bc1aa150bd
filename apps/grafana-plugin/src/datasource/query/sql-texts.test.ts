import { hostileTexts, shapeOf } from '../../testing/hostile-texts';
import { fakeTemplates } from '../../testing/templates';
import { fillSql, inSql } from './sql-texts';

describe('fillSql()', () => {
  it('should put a single value between the quotes that stand there', () => {
    expect(fillSql(fakeTemplates({ job: 'full' }), "SELECT '$job'", undefined)).toBe("SELECT 'full'");
  });

  it('should make a list of literals of several values', () => {
    expect(fillSql(fakeTemplates({ job: ['a', "b'c"] }), 'IN ($job)', undefined)).toBe("IN ('a',_utf8mb4 0x622763)");
  });

  it('should find nothing where no value is chosen', () => {
    expect(inSql([])).toBe('NULL');
  });

  it('should end no literal by a hostile value', () => {
    for (const text of hostileTexts(1200)) {
      const single = fillSql(fakeTemplates({ job: text }), "SELECT '$job' FROM t", undefined);
      expect(single).toMatch(/^SELECT '(?:[^'\\]|\\[^])*' FROM t$/u);
      const several = fillSql(fakeTemplates({ job: [text, text] }), 'SELECT 1 WHERE a IN ($job)', undefined);
      expect(shapeOf(several)).toBe('SELECT 1 WHERE a IN (L,L)');
    }
  });
});
