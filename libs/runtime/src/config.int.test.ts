import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, explainError } from './app-error';
import { ConfigError, loadConfig } from './config';
import { bytesValue, durationValue, integerValue, switchValue } from './config-values';

const schema = z.object({
  PORT: integerValue({ min: 0, max: 65_535 }).default(8080),
  LIMIT: bytesValue({ min: 1 }).default(1024),
  WAIT: durationValue().default(1000),
  SAMPLE: switchValue().default(true),
  SECRET: z.string().optional(),
});

describe('loadConfig()', () => {
  it('should give defaults for what is unset or empty', () => {
    expect(loadConfig(schema, { PORT: '', OTHER: 'x' })).toEqual({ PORT: 8080, LIMIT: 1024, WAIT: 1000, SAMPLE: true });
  });

  it.each([
    ['PORT', '0', 0],
    ['LIMIT', '64 MiB', 67_108_864],
    ['LIMIT', '1.5K', 1536],
    ['WAIT', '250ms', 250],
    ['WAIT', '5m', 300_000],
    ['SAMPLE', 'off', false],
  ])('should read %s=%s', (variable, text, value) => {
    expect(loadConfig(schema, { [variable]: text })).toMatchObject({ [variable]: value });
  });

  it('should name every mistake at once, and what was found', () => {
    const load = () => loadConfig(schema, { PORT: '80 80', LIMIT: '0', WAIT: '5', SAMPLE: 'yes', SECRET: 'x' });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(/PORT: expected a whole number from 0 to 65535, found "80 80"/);
    expect(load).toThrow(/LIMIT: .*64 MiB.*"0"[^]*WAIT: .*found "5"[^]*SAMPLE: expected on or off, found "yes"/);
  });

  describe('secrets in files', () => {
    const directory = mkdtempSync(join(tmpdir(), 'testmetrics-config-'));
    const file = join(directory, 'secret');
    writeFileSync(file, 'from file\n');
    afterAll(() => rmSync(directory, { recursive: true }));

    it('should read the value from the file', () => {
      expect(loadConfig(schema, { SECRET_FILE: file }).SECRET).toBe('from file');
    });

    it('should refuse a file that cannot be read, and a variable given twice', () => {
      expect(() => loadConfig(schema, { SECRET_FILE: join(directory, 'none') })).toThrow(
        /SECRET_FILE: cannot read .*ENOENT/,
      );
      expect(() => loadConfig(schema, { SECRET_FILE: file, SECRET: 'x' })).toThrow(/both SECRET and SECRET_FILE/);
    });
  });
});

describe('explainError()', () => {
  it('should say what was expected, found and what to do', () => {
    const error = new AppError('bad', 'Bad thing.', { expected: 'a', found: 'b', action: 'c' });
    expect(explainError(error)).toBe('Bad thing.\n  expected: a\n  found: b\n  what to do: c');
    expect(explainError(new Error('plain'))).toBe('plain');
    expect(explainError(42)).toBe('42');
  });

  it('should keep the cause and the class', () => {
    class SpecialError extends AppError {}
    const cause = new Error('below');
    const error = new SpecialError('special', 'x', { cause, status: 503, retryAfterSeconds: 5 });
    expect(error).toMatchObject({ name: 'SpecialError', code: 'special', status: 503, retryAfterSeconds: 5, cause });
  });
});
