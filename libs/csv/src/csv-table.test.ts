import { z } from 'zod';
import { csvOf, csvTable } from './csv-table';

const item = z.object({
  test: z.string(),
  tests: z.object({ total: z.int(), last: z.object({ at: z.string() }).nullable() }),
  seconds: z.number().nullable(),
  tags: z.array(z.string()),
  metadata: z.record(z.string(), z.string()),
  flaky: z.boolean(),
  note: z.string().optional(),
});

const HEAD = 'test,tests.total,tests.last.at,seconds,tags,metadata,flaky,note\r\n';

describe('csvOf()', () => {
  it('should give an empty list its heading line', () => {
    expect(csvOf(item, [])).toEqual({ text: HEAD, guarded: 0 });
  });

  it('should flatten objects, write lists and records as JSON, and tell nothing from the empty text', () => {
    const row = {
      test: 'a, "b"\nc',
      tests: { total: 2, last: { at: '' } },
      seconds: -0.5,
      tags: ['x', 'y'],
      metadata: { k: 'v' },
      flaky: false,
    };
    expect(csvOf(item, [row]).text).toBe(`${HEAD}"a, ""b""\nc",2,"",-0.5,"[""x"",""y""]","{""k"":""v""}",false,\r\n`);
  });

  it('should leave out what is not there and what is no number', () => {
    const row = {
      test: 'a',
      tests: { total: 0, last: null },
      seconds: Number.NaN,
      tags: [],
      metadata: {},
      flaky: true,
    };
    expect(csvOf(item, [row]).text).toBe(`${HEAD}a,0,,,[],{},true,\r\n`);
  });
});

describe('csvTable()', () => {
  it('should mark and count texts that would be formulas, and no numbers', () => {
    expect(
      csvTable(
        ['n', 't'],
        [
          [-1, '-1'],
          [2, '=cmd,x'],
          [3, 'ok'],
        ],
      ),
    ).toEqual({
      text: 'n,t\r\n-1,\'-1\r\n2,"\'=cmd,x"\r\n3,ok\r\n',
      guarded: 2,
    });
  });

  it('should quote what readers with other separators would split', () => {
    expect(csvTable(['t'], [['a;b'], ['a\tb'], [' a'], ['a ']]).text).toBe('t\r\n"a;b"\r\n"a\tb"\r\n" a"\r\n"a "\r\n');
  });
});
