import { encodeEvent, type Status, type SubunitEvent } from '@testmetrics/subunit';

/** One test of a made-up run: the status of each attempt, in order. */
export interface MadeTest {
  readonly id: string;
  readonly attempts: readonly Status[];
  readonly seconds: number;
}

const EMPTY: SubunitEvent = {
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

/** The stream of a run that starts at `startMicros`; failures carry a traceback. */
export function makeStream(tests: readonly MadeTest[], startMicros: number): Buffer {
  let clock = startMicros;
  const events = tests.flatMap(({ id, attempts, seconds }) =>
    attempts.flatMap((status) => {
      const start = clock;
      clock += seconds * 1e6;
      const base = { ...EMPTY, testId: id };
      return [
        { ...base, status: 'inprogress' as const, timestampMicros: start },
        ...(status === 'fail' ? [traceback(base)] : []),
        { ...base, status, timestampMicros: clock },
      ];
    }),
  );
  return Buffer.concat(events.map((event) => encodeEvent(event)));
}

function traceback(base: SubunitEvent): SubunitEvent {
  const text = `Traceback (most recent call last):\n  File "shop.py", line 42, in buy\nAssertionError: 3 carts != 4 carts\n`;
  return {
    ...base,
    fileName: 'traceback',
    fileBytes: new TextEncoder().encode(text),
    mimeType: 'text/x-traceback; charset="utf8"; language="python"',
    eof: true,
  };
}
