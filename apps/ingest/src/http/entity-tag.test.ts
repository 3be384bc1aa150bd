import { entityTag, matchesTag } from './entity-tag';

describe('entityTag()', () => {
  it('should be the same for the same bytes only', () => {
    expect(entityTag('ä')).toBe(entityTag(Buffer.from('ä')));
    expect(entityTag('ä')).not.toBe(entityTag('ae'));
    expect(entityTag('')).toMatch(/^"[\w-]{27}"$/);
  });
});

describe('matchesTag()', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['"b,a","a"', true],
    [' * ', true],
    ['"b"', false],
    ['a', false],
    ['"a', false],
    ['', false],
    [undefined, false],
  ])('should read %j', (header, matches) => {
    expect(matchesTag(header, '"a"')).toBe(matches);
  });
});
