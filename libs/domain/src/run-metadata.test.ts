import { normalizeRunId, runIdentityText, uuidOfHash } from './run-id';
import { dimensionsOf, readRunMetadata } from './run-metadata';
import { formatMicros, parseInstant } from './time';

describe('readRunMetadata()', () => {
  it('should keep values whole, up to 65,535 bytes', () => {
    const value = `${'é'.repeat(32_767)}x`;
    const { metadata, problems } = readRunMetadata([
      ['key', value],
      ['empty', ''],
    ]);
    expect(problems).toEqual([]);
    expect(metadata.get('key')).toBe(value);
    expect(metadata.get('empty')).toBe('');
  });

  it.each([
    ['an empty key', [['', 'x']], 'empty_key', ''],
    ['a long key', [['k'.repeat(256), 'x']], 'key_too_long', `${'k'.repeat(63)}…`],
    ['a long value', [['k', 'é'.repeat(32_768)]], 'value_too_long', 'k'],
    [
      'two values of a key',
      [
        ['k', 'a'],
        ['k', 'b'],
      ],
      'key_repeated',
      'k',
    ],
  ] as const)('should refuse %s and name the key', (_, pairs, code, key) => {
    expect(readRunMetadata(pairs as unknown as [string, string][]).problems).toEqual([
      expect.objectContaining({ code, key }),
    ]);
  });

  it('should take a key of 255 characters, whatever their size, and the same pair twice', () => {
    const { metadata, problems } = readRunMetadata([
      ['🎉'.repeat(255), 'x'],
      ['k', 'v'],
      ['k', 'v'],
    ]);
    expect(problems).toEqual([]);
    expect(metadata.size).toBe(2);
  });
});

describe('dimensionsOf()', () => {
  it('should read them from the usual keys, or from others', () => {
    const metadata = new Map([
      ['build_name', 'unit'],
      ['project', 'nova'],
      ['ref', 'main'],
    ]);
    expect(dimensionsOf(metadata)).toEqual({ job: 'unit', project: 'nova', branch: '', commit: '', queue: '' });
    expect(
      dimensionsOf(metadata, { job: 'x', project: 'project', branch: 'ref', commit: 'c', queue: 'q' }).branch,
    ).toBe('main');
  });
});

describe('run ids', () => {
  it.each([
    ['F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
    ['f81d4fae7dec11d0a76500a0c91e6bf6', null],
    ['{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}', null],
    ['', null],
    ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6\n', null],
  ])('should read %j as %s', (text, id) => {
    expect(normalizeRunId(text)).toBe(id);
  });

  it('should be derived from content, metadata in any order, and the time given', () => {
    const parts = { contentHashHex: 'ab', runAtMicros: null };
    const one = runIdentityText({
      ...parts,
      metadata: new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    });
    expect(
      runIdentityText({
        ...parts,
        metadata: new Map([
          ['b', '2'],
          ['a', '1'],
        ]),
      }),
    ).toBe(one);
    expect(runIdentityText({ ...parts, metadata: new Map([['a', '1']]) })).not.toBe(one);
    expect(
      runIdentityText({
        ...parts,
        runAtMicros: 0,
        metadata: new Map([
          ['a', '1'],
          ['b', '2'],
        ]),
      }),
    ).not.toBe(one);
  });

  it('should be well-formed UUIDs', () => {
    expect(uuidOfHash(new Uint8Array(32).fill(0xff))).toBe('ffffffff-ffff-8fff-bfff-ffffffffffff');
  });
});

describe('parseInstant()', () => {
  it.each([
    ['2026-09-01T03:17:00Z', '2026-09-01T03:17:00.000000Z'],
    ['2026-09-01T05:17:00.25+02:00', '2026-09-01T03:17:00.250000Z'],
    ['2026-09-01 05:17:00.123456789+0200', '2026-09-01T03:17:00.123456Z'],
    ['2026-09-01T05:17+02', '2026-09-01T03:17:00.000000Z'],
    ['1969-12-31T23:59:59.5z', '1969-12-31T23:59:59.500000Z'],
    ['2024-02-29T00:00:00-00:00', '2024-02-29T00:00:00.000000Z'],
  ])('should read %s', (text, instant) => {
    expect(formatMicros(parseInstant(text) ?? NaN)).toBe(instant);
  });

  it.each([
    '',
    'now',
    '2026-09-01',
    '2026-09-01T03:17:00',
    '2026-02-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-09-01T25:00:00Z',
    '1756696620',
    ' 2026-09-01T03:17:00Z',
  ])('should refuse %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});
