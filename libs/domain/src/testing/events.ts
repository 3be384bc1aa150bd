import type { SubunitEvent } from '@testmetrics/subunit';
import { AttemptAssembler } from '../attempt-assembler';
import type { AttemptAssemblerOptions } from '../attempt-assembler';
import { AttemptCollector } from '../attempt-collector';
import type { AttemptRecord } from '../attempt-record';
import { buildTests } from '../build-tests';
import type { TestToStore } from '../run-to-store';

const NOTHING: SubunitEvent = {
  testId: null,
  status: null,
  tags: null,
  runnable: true,
  fileName: null,
  fileBytes: null,
  mimeType: null,
  eof: false,
  routeCode: null,
  timestampMicros: null,
};

/** An event with everything absent but what is named. */
export function event(fields: Partial<SubunitEvent>): SubunitEvent {
  return { ...NOTHING, ...fields };
}

/** The records that a stream of these events gives. */
export function recordsOf(
  events: readonly Partial<SubunitEvent>[],
  options?: AttemptAssemblerOptions,
): AttemptRecord[] {
  const records: AttemptRecord[] = [];
  const assembler = new AttemptAssembler({ record: (record) => records.push(record) }, options);
  for (const fields of events) assembler.push(event(fields));
  assembler.finish();
  return records;
}

/** The tests of a run whose stream has these events. */
export function testsOf(events: readonly Partial<SubunitEvent>[]): TestToStore[] {
  const collector = new AttemptCollector();
  for (const record of recordsOf(events, { existsInProgress: 'ignored' })) collector.add(record);
  return [...buildTests(collector)];
}
