import type { RecordedEnd } from './recorded-suite';

/** What one test does in one run. */
export interface TestInRun {
  readonly id: string;
  readonly durationMicros: number;
  /** More than one where it failed and ran again. */
  readonly attempts: readonly RecordedEnd[];
}

/** `package.module` of `package.module.Class.test`. */
export function moduleOf(testId: string): string {
  return testId.replace(/\(.*$/, '').split('.').slice(0, -2).join('.');
}
