import { inKeys, numberLiteral, prefixPattern, textLiteral } from './literal';

describe('textLiteral()', () => {
  it('should leave plain text readable', () => {
    expect(textLiteral('tempest.api.compute.test_servers-v2 [smoke,é]')).toBe(
      "'tempest.api.compute.test_servers-v2 [smoke,é]'",
    );
    expect(textLiteral('')).toBe("''");
  });

  it.each([
    ["it's"],
    ['back\\slash'],
    ['price $total(x)'],
    ['$__timeFilter(a)'],
    ['${job}'],
    ['[[job]]'],
    ['auth user() works'],
    ['show  grants'],
    ['current_user'],
    ['a -- b'],
    ['a /* b'],
    ['a # b'],
    ['"quoted"'],
    ['`quoted`'],
    ['new\nline'],
    ['nul\0'],
    ['☃'],
  ])('should write %j as bytes, since someone would read it as more than text', (text) => {
    const literal = textLiteral(text);
    expect(literal).toMatch(/^_utf8mb4 0x([0-9a-f]{2})+$/);
    expect(Buffer.from(literal.slice('_utf8mb4 0x'.length), 'hex').toString('utf8')).toBe(text);
  });

  it('should write every code point as UTF-8 does, and a lone surrogate as U+FFFD', () => {
    for (const text of ['$\u007f', '$\u0080\u07ff', '$\u0800\uffff', '$\u{10000}\u{10ffff}', '$\ud800', '$\udfff!']) {
      expect(textLiteral(text)).toBe(`_utf8mb4 0x${Buffer.from(text, 'utf8').toString('hex')}`);
    }
  });

  it('should never let hostile text change the shape of a statement', () => {
    const parts = [
      "'",
      '\\',
      '"',
      '$',
      '(',
      ')',
      '${',
      '}',
      '--',
      '/*',
      '#',
      ';',
      ' OR 1=1',
      'user()',
      '\0',
      '☃',
      '[[',
      '%',
      '_',
    ];
    let state = 7;
    for (let round = 0; round < 10_000; round += 1) {
      let text = '';
      for (let count = 0; count < 6; count += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        text += parts[state % parts.length];
      }
      expect(textLiteral(text)).toMatch(/^('[^'\\"`$()#\0]*'|_utf8mb4 0x[0-9a-f]+)$/);
    }
  });
});

describe('prefixPattern()', () => {
  it('should escape the wildcards of LIKE', () => {
    expect(prefixPattern('tempest.api')).toBe("'tempest.api%'");
    const escaped = prefixPattern('50%_a\\').replace('_utf8mb4 0x', '');
    expect(Buffer.from(escaped, 'hex').toString()).toBe('50\\%\\_a\\\\%');
  });
});

describe('inKeys()', () => {
  it('should list keys, find nothing for none, and refuse what is no key', () => {
    expect(inKeys('r.job_id', [3, 1])).toBe('r.job_id IN (3,1)');
    expect(inKeys('r.job_id', [])).toBe('1=0');
    expect(() => inKeys('r.job_id', [1.5])).toThrow('found 1.5');
    expect(() => inKeys('r.job_id', [Number.NaN])).toThrow(RangeError);
  });
});

describe('numberLiteral()', () => {
  it('should take finite numbers only', () => {
    expect(numberLiteral(-0.5)).toBe('-0.5');
    expect(() => numberLiteral(Number.POSITIVE_INFINITY)).toThrow('found Infinity');
  });
});
