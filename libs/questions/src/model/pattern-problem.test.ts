import { patternProblem } from './pattern-problem';

describe('patternProblem()', () => {
  it.each([
    '',
    'tempest',
    '^tempest\\.(api|scenario)\\.[a-z_]+$',
    'a{2}b{2,}c{2,3}?',
    '(?:a|b)*+',
    '(?i)nova',
    '(?i:nova)',
    '(?=a)(?!b)(?<=c)(?<!d)(?>e)(?<name>f)(?#g)',
    '[^]]x'.replace(']]', '\\]]'),
    '[[:alpha:]_]',
    '[a\\]b]',
    '\\Q(unbalanced\\E',
    '\\(\\[\\{',
    'a}]',
    'é☃😀',
  ])('should take %j', (pattern) => {
    expect(patternProblem(pattern)).toBeUndefined();
  });

  it.each([
    ['(', 'a ")" for every "("'],
    ['a(b(c)', 'a ")" for every "("'],
    [')', 'a "(" before every ")"'],
    ['a\\', 'a character after the last "\\"'],
    ['[a', 'a "]" for every "["'],
    ['[]', 'characters between "[" and "]"'],
    ['[^]', 'characters between "[" and "]"'],
    ['[a[b]', 'no "[" between "[" and "]"'],
    ['[a&&b]', 'no "&&" or "--" between "[" and "]"'],
    ['[a\\', 'a "]" for every "["'],
    ['*a', 'something to repeat before "*"'],
    ['a|+', 'something to repeat before "+"'],
    ['(?', 'a kind of group after "(?"'],
    ['(?P<a>b)', 'a kind of group after "(?"'],
    ['(?)', 'a kind of group after "(?"'],
    ['(+)', 'something to repeat before "+"'],
    ['a**', 'something to repeat before "*"'],
    ['a{2}{3}', 'something to repeat before "{3}"'],
    ['a{', 'numbers between "{" and "}"'],
    ['a{x}', 'numbers between "{" and "}"'],
    ['a{3,2}', 'the smaller number first'],
    ['{2}', 'something to repeat before "{2}"'],
    ['x'.repeat(1001), 'a regular expression of at most 1000 characters'],
  ])('should refuse %j and say what was expected', (pattern, expected) => {
    expect(patternProblem(pattern)?.expected).toBe(expected);
  });

  it('should end, whatever it reads', () => {
    const pieces = [
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '\\',
      '?',
      '*',
      '+',
      '|',
      '^',
      '$',
      'a',
      ',',
      '2',
      ':',
      '-',
      '&',
      'Q',
      'E',
    ];
    let state = 3;
    for (let round = 0; round < 20_000; round += 1) {
      let pattern = '';
      for (let count = 0; count < 8; count += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        pattern += pieces[Math.floor((state / 2 ** 32) * pieces.length)];
      }
      patternProblem(pattern);
    }
  });
});
