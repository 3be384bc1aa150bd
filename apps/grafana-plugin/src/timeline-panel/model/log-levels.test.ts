import { countLevels, filterLog, isLog, parseLog } from './log-levels';

const LOG = [
  'Starting up',
  '2026-11-23 01:54:21,533 12 INFO oslo.service [req-1] error in name only',
  '2026-11-23 01:54:22 WARN something',
  'ERROR [nova.compute] failed',
  'Traceback (most recent call last):',
  '  File "x.py", line 1, in ERROR',
  'ValueError: INFORMATION',
  '',
  '    DEBUG [sqlalchemy] select 1',
  '[CRITICAL] gone',
].join('\n');

describe('parseLog()', () => {
  it('should keep a traceback with the line that it follows', () => {
    const entries = parseLog(LOG);
    expect(entries.map(({ level }) => level)).toEqual([null, 'INFO', 'WARNING', 'ERROR', 'DEBUG', 'ERROR']);
    expect(entries[3]?.text).toContain('ValueError: INFORMATION');
  });

  it('should lose nothing', () => {
    expect(filterLog(parseLog(LOG), new Set())).toBe(LOG);
    expect(filterLog(parseLog(''), new Set())).toBe('');
  });

  it('should read lines that end as on Windows', () => {
    expect(parseLog('INFO a\r\nDEBUG b').map(({ level }) => level)).toEqual(['INFO', 'DEBUG']);
  });

  it('should take no word within a word, in small letters, or far in the line, as a level', () => {
    expect(parseLog('INFORMATION').at(0)?.level).toBeNull();
    expect(parseLog('this is an error').at(0)?.level).toBeNull();
    expect(parseLog(`${'x '.repeat(100)}ERROR`).at(0)?.level).toBeNull();
  });

  it('should read a log of 100,000 lines without delay', () => {
    expect(parseLog('2026 DEBUG x\n'.repeat(100_000))).toHaveLength(100_000);
  });
});

describe('filterLog()', () => {
  it('should leave out levels, with what belongs to them, and keep lines before the first level', () => {
    const text = filterLog(parseLog(LOG), new Set(['ERROR', 'DEBUG']));
    expect(text).toBe(LOG.split('\n').slice(0, 3).join('\n'));
  });
});

describe('countLevels(), isLog()', () => {
  it('should count entries', () => {
    expect(countLevels(parseLog(LOG))).toEqual({ ERROR: 2, WARNING: 1, INFO: 1, DEBUG: 1 });
  });

  it('should offer levels for logs, not for tracebacks nor for other text', () => {
    expect(isLog('pythonlogging', parseLog('INFO a'))).toBe(true);
    expect(isLog('stdout', parseLog(LOG))).toBe(true);
    expect(isLog('stdout', parseLog('INFO a'))).toBe(false);
    expect(isLog('pythonlogging', parseLog('no level at all'))).toBe(false);
    expect(isLog('traceback', parseLog(LOG))).toBe(false);
  });
});
