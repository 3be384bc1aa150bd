import { readGraphOptions } from './graph-options';

function read(args: readonly string[], others: object = {}) {
  return readGraphOptions({ args, ...others });
}

describe('readGraphOptions()', () => {
  it.each([
    [['failures', 't'], {}, { test: ['t'] }],
    [['run-time', 't'], {}, { test: ['t'] }],
    [['agg_count', 'a', 'b'], {}, { test: ['a', 'b'] }],
    [['ci_time'], { num: '0' }, { limit: '100' }],
    [['run_failure_rate', 'node'], { filterList: 'a,b' }, { key: 'node', value: ['a', 'b'] }],
    [['dailycount'], { startDate: '2026-09-01', stopDate: '2026-09-02' }, { since: '2026-09-01', until: '2026-09-02' }],
  ])('should read %j %j as subunit2sql-graph does', (args, others, parameters) => {
    expect(read(args, others).parameters).toMatchObject(parameters);
  });

  it.each([
    [['runtime', 't'], {}, 'did you mean run_time?'],
    [['pie'], {}, 'expected one of failures, run_time'],
    [['failures'], {}, 'expected one test'],
    [['failures', 'a', 'b'], {}, 'expected one test'],
    [['run_time_meta'], {}, 'expected one metadata key'],
    [['dailycount', 'x'], {}, 'expected nothing behind'],
    [['ci_time'], { skipGraph: true }, 'for failures and agg_count'],
    [['ci_time'], { output: 'x.pdf' }, '.svg or .png'],
    [['ci_time'], { output: '' }, 'expected a file'],
    [['ci_time'], { dpi: '0' }, '--dpi'],
    [['ci_time'], { dpi: 'many' }, '--dpi'],
    [['ci_time'], { since: '2026-09-01', startDate: '2026-09-01' }, 'found both'],
    [['ci_time'], { url: 'http://x', database: 'mysql://x' }, 'found both'],
  ])('should refuse %j %j', (args, others, message) => {
    expect(() => read(args, others)).toThrow(message);
  });

  it.each([
    [undefined, 'svg'],
    ['-', 'svg'],
    ['a.SVG', 'svg'],
    ['dir.x/a.png', 'png'],
  ])('should write to %j as %s', (output, form) => {
    expect(read(['ci_time'], { output }).form).toBe(form);
  });
});
