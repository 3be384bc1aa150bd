import { parseDatabaseUrl } from './parse-database-url';

describe('parseDatabaseUrl()', () => {
  it('should read every part, decoded', () => {
    expect(parseDatabaseUrl('mysql://me%40x:p%2Fw@db.example:3307/metrics?tls=true')).toEqual({
      host: 'db.example',
      port: 3307,
      socketPath: null,
      user: 'me@x',
      password: 'p/w',
      database: 'metrics',
      tls: true,
    });
    expect(parseDatabaseUrl('mariadb://u@[::1]/d')).toMatchObject({ host: '::1', port: 3306, password: '' });
  });

  it.each([
    '',
    'nonsense',
    'postgres://u@h/d',
    'mysql://u:secret@h',
    'mysql://u:secret@h/d?x=1',
    'mysql://u:secret@h/a%60b',
    'mysql://u:secr%et@h/d',
  ])('should refuse %j without repeating a password', (url) => {
    const refuse = () => parseDatabaseUrl(url);
    expect(refuse).toThrow(expect.objectContaining({ code: 'database_url_invalid' }));
    expect(refuse).not.toThrow(/secr/);
  });
});
