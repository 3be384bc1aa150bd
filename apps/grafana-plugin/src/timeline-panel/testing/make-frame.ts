import { type Attempt } from '../model/attempt';
import { type FrameLike } from '../model/columns';

/** A frame with these columns, each as long as the others. */
export function makeFrame(columns: Readonly<Record<string, readonly unknown[]>>): FrameLike {
  const fields = Object.entries(columns).map(([name, values]) => ({ name, values }));
  return { fields, length: fields[0]?.values.length ?? 0 };
}

/** The frame of the question `runTimeline` that gives these attempts. */
export function makeTimelineFrame(attempts: readonly Attempt[]): FrameLike {
  return makeFrame({
    test: attempts.map(({ test }) => test),
    test_key: attempts.map(({ testKey }) => testKey),
    attempt: attempts.map(({ attempt }) => attempt),
    status: attempts.map(({ status }) => status),
    flaky: attempts.map(({ flaky }) => (flaky ? 1 : 0)),
    start: attempts.map(({ start }) => start),
    stop: attempts.map(({ stop }) => stop),
    worker: attempts.map(({ worker }) => worker),
    message: attempts.map(({ message }) => (message === '' ? null : message)),
  });
}
