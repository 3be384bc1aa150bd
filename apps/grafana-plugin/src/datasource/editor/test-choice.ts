import { type SavedQuestion } from '@testmetrics/questions';

/** The ways to say which tests are meant; an editor offers one at a time. */
export const TEST_WAYS = ['tests', 'testPrefix', 'testPattern', 'testSearch'] as const;
export type TestWay = (typeof TEST_WAYS)[number];

/** The way that a question uses; by name where it uses none. */
export function testWayOf(question: SavedQuestion): TestWay {
  return TEST_WAYS.find((way) => isGiven(question[way])) ?? 'tests';
}

/** The question without what it says in the other ways: they would all have to hold. */
export function onlyWay(question: SavedQuestion, way: TestWay): SavedQuestion {
  const { tests, testKeys, testPrefix, testPattern, testSearch, ...others } = question;
  const kept = { tests, testPrefix, testPattern, testSearch }[way];
  return {
    ...others,
    ...(way === 'tests' && testKeys !== undefined ? { testKeys } : {}),
    ...(kept === undefined ? {} : { [way]: kept }),
  };
}

function isGiven(value: string | readonly string[] | undefined): boolean {
  return value !== undefined && value.length > 0;
}
