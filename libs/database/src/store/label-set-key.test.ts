import { nameHash } from '../sql/name-hash';
import { labelSetHash, labelSetRow } from './label-set-key';

const SETS = [
  { attrs: null, tags: [], routeCode: null },
  { attrs: 'id-1,smoke', tags: ['worker-0'], routeCode: null },
  { attrs: 'id-2,smoke', tags: ['worker-0'], routeCode: null },
  { attrs: 'id-2,smoke', tags: ['worker-0'], routeCode: '0/1' },
  { attrs: 'a "quoted" \\ one', tags: ['with,comma', '"'], routeCode: "'" },
];

describe('labelSetHash()', () => {
  it('should be that of the JSON text, in whatever order the sets come', () => {
    for (const set of [...SETS, ...[...SETS].reverse(), ...SETS]) {
      expect(labelSetHash(set)).toBe(nameHash(JSON.stringify([set.attrs, set.tags, set.routeCode])));
    }
  });

  it('should tell sets apart whose tags are the same list object', () => {
    const tags = ['worker-1'];
    const one = labelSetHash({ attrs: null, tags, routeCode: null });
    expect(labelSetHash({ attrs: null, tags, routeCode: '1' })).not.toBe(one);
    expect(labelSetHash({ attrs: 'x', tags, routeCode: null })).not.toBe(one);
    expect(labelSetHash({ attrs: null, tags: [...tags], routeCode: null })).toBe(one);
  });
});

describe('labelSetRow()', () => {
  it('should keep tags exactly beside the list that the reference reads', () => {
    const set = { attrs: null, tags: ['a,b', 'c'], routeCode: null };
    expect(labelSetRow(set, 'ab')).toBe(`(x'ab',NULL,'a,b,c','["a,b","c"]',NULL)`);
  });
});
