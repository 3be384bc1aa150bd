import { fakeTemplates } from '../../testing/templates';
import { hostileTexts } from '../../testing/hostile-texts';
import { templateTexts } from './template-texts';

const replace = templateTexts(fakeTemplates({ one: 'a', many: ['a', 'b'], none: [], dollar: '${one}' }), undefined);

describe('templateTexts()', () => {
  it.each([
    ['plain text', ['plain text']],
    ['$5.00', ['$5.00']],
    ['${one}', ['a']],
    ['$many', ['a', 'b']],
    ['[[many]]', ['a', 'b']],
    ['tempest.${many}.', ['tempest.a.', 'tempest.b.']],
    ['${one}-${many}', ['a-a', 'a-b']],
    ['${none}', []],
    ['${unknown}', ['${unknown}']],
  ])('should read %j as %j', (text, expected) => {
    expect(replace(text)).toEqual(expected);
  });

  it('should not read a value as a variable', () => {
    expect(replace('${dollar}')).toEqual(['${one}']);
  });

  it('should take what Grafana puts in without asking, as it does for a custom "All"', () => {
    expect(templateTexts(fakeTemplates({}, { job: '0' }), undefined)('${job}')).toEqual(['0']);
  });

  it('should give every hostile value back as it is', () => {
    for (const text of hostileTexts(1200)) {
      const filled = templateTexts(fakeTemplates({ v: text, list: [text, 'b'] }), undefined);
      expect(filled('${v}')).toEqual([text]);
      expect(filled('${list}')).toEqual([text, 'b']);
    }
  });
});
