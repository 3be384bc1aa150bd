import { Measured } from './measured';
import { FAILED, PASSED, recentEntry, SKIPPED } from './recent-entry';

describe('recentEntry()', () => {
  it.each([
    [0, PASSED, 0],
    [1_788_232_620, FAILED, 1_234_567],
    [0x7fff_ffff, SKIPPED, 0xffff_ffff],
    [0x8000_0000, PASSED, 0x1_0000_0000],
    [0xffff_ffff, FAILED, 0xff_ffff_ffff],
  ])('should write what is read again: %d, %d, %d', (second, code, micros) => {
    const both = recentEntry({ second, code, micros }) + recentEntry({ second: 1, code: PASSED, micros: 2 });
    const { seconds, codes, micros: read } = new Measured([both]);
    expect([[...seconds], [...codes], [...read]]).toEqual([
      [second, 1],
      [code, PASSED],
      [micros, 2],
    ]);
  });

  it('should hold to what the digits can say', () => {
    const measured = new Measured([
      recentEntry({ second: -5, code: PASSED, micros: -1 }) + recentEntry({ second: 1e12, code: PASSED, micros: 1e18 }),
    ]);
    expect([...measured.seconds]).toEqual([0, 0xffff_ffff]);
    expect([...measured.micros]).toEqual([0, 0xff_ffff_ffff]);
  });
});
