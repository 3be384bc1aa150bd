import type { RecordedTest } from './recorded-suite';

/** A suite of exactly `count` tests: the recorded ones, cut or repeated as other packages of the same shape. */
export function widenSuite(suite: readonly RecordedTest[], count: number): readonly RecordedTest[] {
  if (count <= suite.length) return suite.slice(0, count);
  const widened: RecordedTest[] = [];
  for (let round = 0; widened.length < count; round++) {
    const rest = suite.slice(0, count - widened.length);
    widened.push(...(round === 0 ? rest : rest.map((test) => ({ ...test, id: `copy${round}.${test.id}` }))));
  }
  return widened;
}
