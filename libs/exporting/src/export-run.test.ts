import { decodeAll } from '@testmetrics/subunit';
import { exportRun } from './export-run';
import { buildExportedRun, bytesOf, RUN_ID, START_MICROS, textFile } from './testing';
import type { RunSpec } from './testing';
import { CSV_HEADING_LINE } from './write-csv';

type Line = readonly unknown[];

/** The packets of an export in short. */
async function packetsOf(spec: RunSpec): Promise<Line[]> {
  const bytes = await bytesOf(exportRun(buildExportedRun(spec), 'subunit2'));
  return decodeAll(bytes).map((item): Line => {
    if (item.kind !== 'event') return [item.kind];
    const { testId, status, tags, fileName, routeCode, timestampMicros } = item.event;
    const afterStart = timestampMicros === null ? null : (timestampMicros - START_MICROS) / 1000;
    return [
      testId,
      status,
      afterStart,
      ...(tags ?? []),
      ...(routeCode === null ? [] : [routeCode]),
      ...(fileName === null ? [] : [fileName]),
    ];
  });
}

describe('exportRun() as subunit2', () => {
  it('should write begin, files and outcome of every attempt, labels and attributes as they came', async () => {
    const files = [textFile('log', 'x'.repeat(70_000))];
    const tries = [{ status: 'fail', files } as const, { tags: ['slow'], attrs: 'id-1', routeCode: '0/1' }];
    expect(await packetsOf({ tests: [{ name: 'a', tries }] })).toEqual([
      ['a', 'inprogress', 0],
      ['a', null, 250, 'log'],
      ['a', null, 250, 'log'],
      ['a', 'fail', 250],
      ['a[id-1]', 'inprogress', 0, 'slow', '0/1'],
      ['a[id-1]', 'success', 250, 'slow', '0/1'],
    ]);
  });

  it('should put attempts that never ended behind those that did, the last one first', async () => {
    const tries = [
      { routeCode: '2', status: 'inprogress' } as const,
      { status: 'unknown', stopMicros: START_MICROS } as const,
      { routeCode: '0' },
    ];
    for (const page of [1, 2, 10]) {
      expect(await packetsOf({ page, tests: [{ name: 'a', tries }, { name: 'b' }] })).toEqual([
        ['a', 'inprogress', 0, '0'],
        ['a', 'success', 250, '0'],
        ['a', null, 0],
        ['a', 'inprogress', 0, '2'],
        ['a', null, 250, '2'],
        ['b', 'inprogress', 1000],
        ['b', 'success', 1250],
      ]);
    }
  });

  it('should leave out times that there are not, and those that the protocol has no place for', async () => {
    const tests = [
      { name: 'a', tries: [{ startMicros: null, stopMicros: null }] },
      { name: 'b', tries: [{ startMicros: -1, stopMicros: 2 ** 32 * 1_000_000 }] },
    ];
    expect((await packetsOf({ tests })).map(([, , time]) => time)).toEqual([null, null, null, null]);
  });

  it('should write text that no packet can carry with a sign in its place', async () => {
    const tries = [{ tags: ['x\0'], files: [textFile('l\0g', 'text')] }];
    expect(await packetsOf({ tests: [{ name: 'a\0b\ud800', tries }] })).toEqual([
      ['a\ufffdb\ufffd', 'inprogress', 0, 'x\ufffd'],
      ['a\ufffdb\ufffd', null, 250, 'l\ufffdg'],
      ['a\ufffdb\ufffd', 'success', 250, 'x\ufffd'],
    ]);
  });

  it('should write the files of the run first, and at the end that a worker failed where no test did', async () => {
    const packets = await packetsOf({
      tests: [{ name: 'a' }],
      files: [textFile('stdout', 'hello')],
      run: { failed: true },
    });
    expect([packets[0], packets.at(-1)]).toEqual([
      [null, null, null, 'stdout'],
      ['process-returncode', 'fail', null],
    ]);
    const failed = await packetsOf({ tests: [{ name: 'a', tries: [{ status: 'fail' }] }], run: { failed: true } });
    expect(failed).toHaveLength(2);
  });

  it('should give nothing for a run without tests', async () => {
    expect(await packetsOf({})).toEqual([]);
  });
});

describe('exportRun() as subunit1', () => {
  const linesOf = async (spec: RunSpec): Promise<string> =>
    (await bytesOf(exportRun(buildExportedRun(spec), 'subunit1'))).toString();

  it('should write what version 1 can say, and say the rest in its words', async () => {
    const tries = [{ status: 'inprogress', tags: ['a b', '-c', ''], files: [textFile('l\no', 'x', null)] } as const];
    expect(await linesOf({ tests: [{ name: 'a\nb', tries }], files: [textFile('stdout', 'test: c\n')] })).toBe(
      'time: 2026-09-01 03:17:00.000000Z\ntest: a\\nb\ntags: a_b _-c _\ntime: 2026-09-01 03:17:00.250000Z\n' +
        'error: a\\nb [ multipart\nContent-Type: application/octet-stream\nl\\no\n1\r\nx0\r\n' +
        'Content-Type: text/plain; charset="utf8"\nreason\n17\r\nThis test never ended.\n0\r\n]\n',
    );
  });

  it('should give a test without a name one', async () => {
    expect(await linesOf({ tests: [{ name: ' ' }] })).toContain('success: (no id)\n');
  });
});

describe('exportRun() as JSON, CSV and JUnit XML', () => {
  const spec: RunSpec = {
    page: 1,
    files: [textFile('stdout', 'hello'), { ...textFile('core', ''), content: Uint8Array.of(0xff, 0), cutBytes: 7 }],
    tests: [
      { name: 'a,"b"', tries: [{ status: 'fail', files: [textFile('log', 'xy')] }, { attrs: 'x' }], flaky: true },
      { name: '=c', tries: [{ status: 'skip', startMicros: null, tags: ['t,u'] }] },
    ],
  };

  it('should write one JSON document with everything in it', async () => {
    const text = (await bytesOf(exportRun(buildExportedRun(spec), 'json'))).toString();
    expect(JSON.parse(text)).toMatchObject({
      run: {
        id: RUN_ID,
        job: 'unit',
        run_at: '2026-09-01T03:17:00.000000Z',
        tests: { total: 2 },
        metadata: { build_name: 'unit' },
      },
      files: [
        { name: 'stdout', text: 'hello', bytes: 5 },
        { name: 'core', base64: '/wA=', cut_bytes: 7 },
      ],
      tests: [
        {
          test: 'a,"b"',
          status: 'success',
          flaky: true,
          attempts: [
            { number: 1, status: 'fail', seconds: 0.25, files: [{ name: 'log', text: 'xy' }] },
            { number: 2, status: 'success', attrs: 'x' },
          ],
        },
        { id: '=c', attempts: [{ status: 'skip', start: null, seconds: null, tags: ['t,u'] }] },
      ],
    });
    expect(text.split('\n')).toHaveLength(8);
  });

  it('should write valid JSON for a run without tests and files', async () => {
    const text = (await bytesOf(exportRun(buildExportedRun({}), 'json'))).toString();
    expect(JSON.parse(text)).toMatchObject({ files: [], tests: [] });
  });

  it('should write a line an attempt, safe to open in a spreadsheet', async () => {
    const text = (await bytesOf(exportRun(buildExportedRun(spec), 'csv'))).toString();
    expect(text.split('\r\n')).toEqual([
      CSV_HEADING_LINE.trimEnd(),
      expect.stringMatching(
        /^0b6c5a1e-.*,"a,""b""","a,""b""",1,2,fail,true,2026-09-01T03:17:00.000000Z,.*,0.25,,\[\],,,1,2$/,
      ),
      expect.stringMatching(/,"a,""b""\[x\]","a,""b""",2,2,success,true,/),
      expect.stringMatching(/,'=c,'=c,1,1,skip,false,,2026-09-01T03:17:01.250000Z,,,"\[""t,u""\]",,,0,0$/),
      '',
    ]);
  });

  it('should write a report with all tests and their attempts', async () => {
    const text = (await bytesOf(exportRun(buildExportedRun(spec), 'junit'))).toString();
    expect(text).toContain('tests="2" failures="0" errors="0"');
    expect(text).toContain('<flakyFailure');
    expect(text).toContain('<property name="run_id" value="0b6c5a1e-8d0f-4a3c-9d21-1f2e3d4c5b6a"/>');
    expect(text).toContain('</testsuites>\n');
  });
});

describe('exportRun()', () => {
  const many: RunSpec = { tests: Array.from({ length: 5000 }, (_, index) => ({ name: `test-${index}` })), page: 100 };

  it.each(['subunit2', 'subunit1', 'junit', 'json', 'csv'] as const)(
    'should end the reading of %s where the reader leaves',
    async (format) => {
      let ended = 0;
      for await (const piece of exportRun(buildExportedRun({ ...many, onEnd: () => ended++ }), format)) {
        expect(piece.length).toBeGreaterThanOrEqual(64 * 1024);
        break;
      }
      expect(ended).toBe(1);
    },
  );

  it('should pass on what the reading fails with', async () => {
    const run = buildExportedRun(many);
    const broken = {
      ...run,
      async *attempts() {
        for await (const page of run.attempts()) yield page;
        throw new Error('the database is gone');
      },
    };
    await expect(bytesOf(exportRun(broken, 'json'))).rejects.toThrow('the database is gone');
  });
});
