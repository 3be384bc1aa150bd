import { failureFileRank, failureLine } from './failure-line';
import { TextExcerpt } from './text-excerpt';

const PYTHON = `Traceback (most recent call last):
  File "/x/test_a.py", line 3, in test_a
    self.assertEqual([1], [2])
AssertionError: Lists differ: [1] != [2]

First differing element 0:
1
2
`;

describe('failureLine()', () => {
  it.each([
    ['Python', PYTHON, 'AssertionError: Lists differ: [1] != [2]'],
    [
      'a Python exception raised while another was handled',
      `${PYTHON}\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "b"\nKeyError: 'x'\n`,
      "KeyError: 'x'",
    ],
    ['an indented Python traceback', PYTHON.replace(/^/gm, '    '), 'AssertionError: Lists differ: [1] != [2]'],
    [
      'Java',
      'java.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\n\t... 3 more\n',
      'java.lang.IllegalStateException: no',
    ],
    [
      'Java with a cause',
      'org.X: outer\n\tat a.B.c(B.java:1)\nCaused by: java.io.IOException: disk\n\tat q.R.s(R.java:2)\n\t... 3 more\n',
      'java.io.IOException: disk',
    ],
    ['JavaScript', 'TypeError: x is not a function\n    at foo (a.js:1:2)\n', 'TypeError: x is not a function'],
    ['plain text with an error in it', 'starting\nthen: error: no space left\nbye', 'then: error: no space left'],
    ['plain text', '\n\n  not ok 3\nrest', 'not ok 3'],
    ['Windows line ends', 'Traceback (most recent call last):\r\n  File "b"\r\nValueError: v\r\n', 'ValueError: v'],
  ])('should find the line of %s', (_, text, line) => {
    expect(failureLine(text)).toBe(line);
  });

  it.each(['', '\n \n'])('should find nothing in %j', (text) => {
    expect(failureLine(text)).toBeNull();
  });

  it('should shorten a long line between characters', () => {
    const line = failureLine(`${'x'.repeat(510)}🎉🎉`);
    expect(line).toBe(`${'x'.repeat(510)}…`);
  });
});

describe('failureFileRank()', () => {
  it('should prefer the traceback', () => {
    const files = [
      ['log', null],
      ['traceback-1', null],
      ['reason', null],
      ['x', 'text/x-traceback; language="rust"'],
      ['traceback', null],
    ] as const;
    expect(files.map(([name, mime]) => failureFileRank(name, mime))).toEqual([7, 1, 3, 1, 0]);
    expect(failureFileRank('screenshot.png', 'image/png')).toBeNull();
  });
});

describe('TextExcerpt', () => {
  it.each([1, 7, 1000, 100_000])('should keep the beginning and the end of a long text in pieces of %i', (size) => {
    const text = `begin\n${'middle\n'.repeat(10_000)}end é`;
    const bytes = new TextEncoder().encode(text);
    const excerpt = new TextExcerpt();
    for (let at = 0; at < bytes.length; at += size) excerpt.append(bytes.subarray(at, at + size));
    expect(excerpt.toString().startsWith('begin\nmiddle\n')).toBe(true);
    expect(excerpt.toString().endsWith('\nend é')).toBe(true);
    expect(excerpt.toString().length).toBeLessThanOrEqual(8193);
  });

  it.each([0, 1, 2047, 2048, 2049, 8191, 8192])('should keep a text of %i bytes whole', (length) => {
    const text = 'x'.repeat(length);
    const excerpt = new TextExcerpt();
    for (let at = 0; at < length; at += 100) excerpt.append(new TextEncoder().encode(text.slice(at, at + 100)));
    expect(excerpt.toString()).toBe(text);
  });

  it('should mark nothing but what is left out', () => {
    const excerpt = new TextExcerpt();
    excerpt.append(new TextEncoder().encode('x'.repeat(9000)));
    expect(excerpt.toString()).toBe(`${'x'.repeat(2048)}\n${'x'.repeat(6144)}`);
  });
});
