import { readConfig } from './config';

const DATABASE_URL = 'mysql://user:pass-word@localhost:3306/metrics';

describe('readConfig()', () => {
  it('should have the defaults of the contract', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      writeTokens: [],
      metadataKeys: { job: 'build_name', project: 'project', branch: 'build_branch', commit: 'build_newrev' },
      maxParallelUploads: 16,
      limits: { tests: 250_000, attachmentBytesPerTest: 1024 ** 2, attachmentBytesPerRun: 64 * 1024 ** 2 },
    });
  });

  it.each(['0.0.0.0', '::', '192.168.0.1', 'ci.example.org'])(
    'should refuse to listen on %s without tokens',
    (HOST) => {
      expect(() => readConfig({ DATABASE_URL, HOST })).toThrow(/HOST: without TESTMETRICS_WRITE_TOKENS anyone/);
      expect(readConfig({ DATABASE_URL, HOST, TESTMETRICS_WRITE_TOKENS: 'a:b' }).host).toBe(HOST);
    },
  );

  it.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1'])('should listen on %s without tokens', (HOST) => {
    expect(readConfig({ DATABASE_URL, HOST }).host).toBe(HOST);
  });

  it('should name every mistake at once', () => {
    const env = { PORT: 'x', TESTMETRICS_MAX_TESTS: '-1', TESTMETRICS_UPLOAD_IDLE: 'soon', LOG_LEVEL: 'loud' };
    expect(() => readConfig(env)).toThrow(
      /DATABASE_URL: .*\n.*PORT: .*\n.*LOG_LEVEL: .*\n.*MAX_TESTS: .*\n.*UPLOAD_IDLE: /,
    );
  });

  it.each([
    ['not a url', 'DATABASE_URL'],
    ['postgres://x:pass-word@h/d', 'DATABASE_URL'],
  ])('should refuse the database URL %s without repeating it', (url, variable) => {
    const read = () => readConfig({ DATABASE_URL: url });
    expect(read).toThrow(variable);
    expect(read).not.toThrow(/pass-word/);
  });

  it.each(['ci', 'ci:', ':secret-text', 'ci:secret-text,ci:other', 'ci:secret-text,,x:y'])(
    'should refuse the tokens %s without repeating secrets',
    (tokens) => {
      const read = () => readConfig({ DATABASE_URL, TESTMETRICS_WRITE_TOKENS: tokens });
      expect(read).toThrow(/TESTMETRICS_WRITE_TOKENS: /);
      expect(read).not.toThrow(/secret-text/);
    },
  );
});
