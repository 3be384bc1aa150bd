import { accountStatements } from './accounts';

describe('accountStatements()', () => {
  const owner = { user: 'testmetrics', password: 'a-b_c' };
  const viewer = { user: 'viewer', password: 'xyz' };

  it('should let the viewer read the one schema and no more', () => {
    const grants = accountStatements('testmetrics', { owner, viewer }).match(/^GRANT .*'viewer'.*$/gm);
    expect(grants).toEqual([
      "GRANT SELECT, SHOW VIEW ON `testmetrics`.* TO 'viewer'@'127.0.0.1' WITH MAX_STATEMENT_TIME 60;",
    ]);
  });

  it('should put one whole statement on each line, as init-file wants it', () => {
    const lines = accountStatements('testmetrics', { owner, viewer, admin: { user: 'admin', password: 'p' } })
      .trimEnd()
      .split('\n');
    expect(lines.every((line) => line.endsWith(';'))).toBe(true);
  });

  it('should refuse names and passwords that would need quoting', () => {
    expect(() => accountStatements('a`b', { owner, viewer })).toThrow(/schema name/);
    expect(() => accountStatements('db', { owner: { user: 'o', password: "a'b" }, viewer })).toThrow(/passwords/);
  });
});
