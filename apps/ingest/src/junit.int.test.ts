import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { problemSchema, runSchema } from '@testmetrics/api-contract';
import type { RunBody } from '@testmetrics/api-contract';
import { startTestService } from './testing';
import type { TestService } from './testing';

const FIXTURES = join(__dirname, '../../../libs/junit/fixtures');

describe('POST /v1/runs with a JUnit report', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.dispose());

  const post = (body: Uint8Array | string, query: string) =>
    fetch(`${service.url}/v1/runs${query}`, { method: 'POST', body, headers: { 'content-type': 'application/xml' } });

  async function store(body: Uint8Array | string, query: string): Promise<RunBody> {
    const response = await post(body, query);
    expect(response.status).toBe(201);
    return runSchema.parse(await response.json());
  }

  async function refusal(body: Uint8Array | string) {
    const response = await post(body, '?meta.build_name=refused');
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return problemSchema.parse(await response.json());
  }

  it('should store the run and give it back', async () => {
    const report = readFileSync(join(FIXTURES, 'surefire-rerun.xml'));
    const run = await store(report, '?meta.build_name=shop&run_at=2026-09-01T03:17:00Z');
    expect(run).toMatchObject({ job: 'shop', complete: true, damage: [] });
    expect(run.tests).toMatchObject({ total: 8, success: 5, fail: 2, skip: 1, flaky: 1 });
    expect(await (await fetch(`${service.url}/v1/runs/${run.id}`)).json()).toEqual(run);
    const rows = await service.database.rows<{ name: string; status: string; seconds: number | null }>(
      'SELECT tests.test_id AS name, t.status, ' +
        'TIMESTAMPDIFF(SECOND, t.start_time, t.stop_time) + (t.stop_time_microsecond - t.start_time_microsecond) / 1e6 AS seconds ' +
        'FROM test_runs AS t JOIN tests ON tests.id = t.test_id JOIN runs ON runs.id = t.run_id WHERE runs.uuid = ? ORDER BY name',
      [run.id],
    );
    expect(rows.map(({ name, status }) => `${name} ${status}`)).toContain('com.acme.CartTest.flaky success');
    expect(Number(rows.find(({ name }) => name === 'com.acme.CartTest.slow')?.seconds)).toBeCloseTo(1.102);
    const [upload] = await service.database.rows<{ format: string }>(
      'SELECT u.format FROM tm_uploads AS u JOIN runs ON runs.id = u.run_id WHERE runs.uuid = ?',
      [run.id],
    );
    expect(upload?.format).toBe('junit');
  });

  it('should know the same report again, gzip or not', async () => {
    const report = readFileSync(join(FIXTURES, 'jest-junit.xml'));
    const run = await store(report, '?meta.build_name=again');
    const again = await post(gzipSync(report), '?meta.build_name=again');
    expect(again.status).toBe(200);
    expect(runSchema.parse(await again.json())).toMatchObject({ id: run.id, duplicate: true });
  });

  it('should store what stands before a cut', async () => {
    const report = readFileSync(join(FIXTURES, 'pytest.xml'));
    const run = await store(report.subarray(0, report.indexOf('test_raises')), '?meta.build_name=cut');
    expect(run).toMatchObject({ complete: false, damage: [{ code: 'truncated' }] });
    expect(run.tests).toMatchObject({ total: 5, success: 3, fail: 2 });
  });

  it('should store tests whose durations are none, and say so', async () => {
    const cases = ['NaN', '1,234.5', '', '-3'].map(
      (time, at) => `<testcase classname="a" name="t${at}" time="${time}"/>`,
    );
    const run = await store(`<testsuite name="s">${cases.join('')}</testsuite>`, '?meta.build_name=times');
    expect(run.tests).toMatchObject({ total: 4, success: 4 });
    expect(run.damage.map(({ code }) => code)).toEqual(['bad_time', 'bad_time']);
  });

  it('should store a whole report without tests', async () => {
    expect((await store('<testsuites/>', '?meta.build_name=none')).tests.total).toBe(0);
  });

  it.each([
    [
      'an entity bomb',
      '<!DOCTYPE testsuites [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><testsuites><testsuite name="&b;"/></testsuites>',
      'bad_report',
      'document type definition',
    ],
    ['a report that ends before its first test', '<testsuite name="s">', 'bad_report', 'the end of the report'],
    ['a report that is not well-formed', '<testsuite name="s"></wrong>', 'bad_report', 'line 1, column 28'],
    ['an HTML page', '<!DOCTYPE html><html></html>', 'no_subunit', 'an HTML page'],
    ['other XML', '<?xml version="1.0"?><project/>', 'no_subunit', 'an XML document'],
  ])('should refuse %s', async (_, body, code, found) => {
    const problem = await refusal(body);
    expect(problem).toMatchObject({ status: 422, code });
    expect(problem.found).toContain(found);
  });
});
