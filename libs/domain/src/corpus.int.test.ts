import { corpusStreams, flakyRuns, readExpectedEvents, readExpectedOutcomes } from '@testmetrics/corpus';
import type { ExpectedEvent } from '@testmetrics/corpus';
import type { Status, SubunitEvent } from '@testmetrics/subunit';
import { AttemptCollector } from './attempt-collector';
import { buildTests } from './build-tests';
import { toOutcomeRecord } from './outcome-record';
import { totalsOf } from './run-totals';
import { recordsOf } from './testing';
import { parseInstant } from './time';

const streams = [...corpusStreams(), ...flakyRuns()].map(({ name }) => name);

describe('recorded streams', () => {
  it.each(streams)('should give the records of testtools for %s', (name) => {
    const records = recordsOf(readExpectedEvents(name).map(toEvent)).map(toOutcomeRecord);
    expect(records).toEqual(readExpectedOutcomes(name).tests);
  });

  it.each(streams)('should count every id of %s that ran exactly once', (name) => {
    const collector = new AttemptCollector();
    const events = readExpectedEvents(name).map(toEvent);
    for (const record of recordsOf(events, { existsInProgress: 'ignored' })) collector.add(record);
    const totals = totalsOf(buildTests(collector));
    const ran = readExpectedOutcomes(name).tests.filter(
      ({ id, status }) => status !== 'exists' && id !== 'process-returncode',
    );
    const { success, fail, skip, xfail, uxsuccess, unfinished } = totals;
    expect(totals.total).toBe(new Set(ran.map(({ id }) => id)).size);
    expect(success + fail + skip + xfail + uxsuccess + unfinished).toBe(totals.total);
  });

  it('should find the flake of a run whose failed tests ran again', () => {
    const collector = new AttemptCollector();
    for (const record of recordsOf(readExpectedEvents('19-retry-flaky').map(toEvent))) collector.add(record);
    expect(totalsOf(buildTests(collector))).toMatchObject({
      total: 35,
      success: 33,
      fail: 0,
      skip: 1,
      xfail: 1,
      flaky: 1,
    });
  });
});

function toEvent(expected: ExpectedEvent): SubunitEvent {
  return {
    testId: expected.test_id,
    status: expected.status as Status | null,
    tags: expected.tags,
    runnable: expected.runnable,
    fileName: expected.file_name,
    fileBytes: expected.file_bytes === null ? null : Buffer.from(expected.file_bytes, 'base64'),
    mimeType: expected.mime,
    eof: expected.eof,
    routeCode: expected.route_code,
    timestampMicros: expected.timestamp === null ? null : parseInstant(expected.timestamp),
  };
}
