import { formatMicros } from '@testmetrics/domain';
import { formatBytes, formatCount, formatSeconds, printable, shorten } from '../format';
import { formatFacts, formatTable } from '../table';
import type { Column } from '../table';
import type { Summary } from './summary';

const MAX_ROWS = 20;
const ID_WIDTH = 100;
const MESSAGE_WIDTH = 100;
const OUTCOMES = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished'] as const;

const FORMATS = {
  v2: 'subunit v2',
  v1: 'subunit v1',
  junit: 'JUnit XML',
  unknown: 'no subunit and no JUnit report found',
};

/** The summary for a person. */
export function formatSummaryText(summary: Summary): string {
  const sections = [head(summary), outcomes(summary), failures(summary), flaky(summary), unfinished(summary)];
  return `${[...sections, slowest(summary), damage(summary)].filter((section) => section !== '').join('\n')}\n`;
}

function head(summary: Summary): string {
  const { file, format, compressed, events, noiseBytes } = summary;
  const noise = noiseBytes === 0 ? '' : `, and ${formatBytes(noiseBytes)} of other text`;
  const facts: [string, string][] = [
    ['Format', `${FORMATS[format]}${compressed ? ', gzip' : ''}`],
    ['Size', sizeOf(summary)],
    ['Events', `${formatCount(events)}${noise}`],
    ...timeFacts(summary),
    ['Complete', completeness(summary)],
  ];
  return `${printable(file)}\n\n${formatFacts(facts)}`;
}

function sizeOf({ compressed, fileBytes, streamBytes }: Summary): string {
  if (!compressed) return formatBytes(streamBytes);
  return `${formatBytes(streamBytes)}, ${formatBytes(fileBytes)} compressed`;
}

function timeFacts({ firstStartMicros, lastStopMicros, totals }: Summary): [string, string][] {
  if (totals.total === 0) return [];
  if (firstStartMicros === null && lastStopMicros === null) return [['Time', 'not known: the stream carries no times']];
  return [
    ['Time', `${time(firstStartMicros)} to ${time(lastStopMicros)}`],
    ['Took', `${formatSeconds(totals.secondsWall)}; the tests one after the other ${formatSeconds(totals.secondsSum)}`],
  ];
}

function completeness({ complete, totals, damageCount, runnerFailed }: Summary): string {
  const reasons = [
    totals.unfinished > 0 ? `${formatCount(totals.unfinished)} unfinished` : '',
    damageCount > 0 ? `${formatCount(damageCount)} damaged ${damageCount === 1 ? 'place' : 'places'}` : '',
  ].filter((reason) => reason !== '');
  const worker = runnerFailed ? '; a worker exited with a failure' : '';
  return `${complete ? 'yes' : `no: ${reasons.join(', ')}`}${worker}`;
}

function outcomes({ totals, listedOnly }: Summary): string {
  const rows = OUTCOMES.filter((outcome) => totals[outcome] > 0).map((outcome) =>
    row(outcome, totals[outcome], totals.total),
  );
  rows.push(['total', formatCount(totals.total), '']);
  if (totals.flaky > 0) rows.push(row('flaky', totals.flaky, totals.total));
  if (listedOnly > 0) rows.push(['listed only', formatCount(listedOnly), '']);
  return formatTable(
    [{ title: 'Outcome' }, { title: 'Tests', align: 'right' }, { title: 'Share', align: 'right' }],
    rows,
  );
}

function row(name: string, count: number, total: number): string[] {
  return [name, formatCount(count), `${((100 * count) / total).toFixed(1)} %`];
}

function failures({ failed }: Summary): string {
  return section('Failed', failed, [{ title: 'Test' }, { title: 'Because' }], ({ id, status, message }) => [
    testName(id),
    shorten(printable(message ?? (status === 'uxsuccess' ? 'succeeded unexpectedly' : '')), MESSAGE_WIDTH),
  ]);
}

function flaky({ flaky: tests }: Summary): string {
  return section('Flaky', tests, [{ title: 'Test' }, { title: 'Attempts' }], ({ id, attempts }) => [
    testName(id),
    attempts.join(', '),
  ]);
}

function unfinished({ unfinished: tests }: Summary): string {
  return section('Unfinished', tests, [{ title: 'Test' }, { title: 'Started' }], ({ id, startMicros }) => [
    testName(id),
    time(startMicros),
  ]);
}

function slowest({ slowest: tests }: Summary): string {
  return section('Slowest', tests, [{ title: 'Test' }, { title: 'Took', align: 'right' }], ({ id, seconds }) => [
    testName(id),
    formatSeconds(seconds),
  ]);
}

function damage({ damage: places, damageCount }: Summary): string {
  const columns: Column[] = [
    { title: 'Offset', align: 'right' },
    { title: 'Bytes', align: 'right' },
    { title: 'Code' },
    { title: 'What is wrong' },
  ];
  return section(
    'Damage',
    places,
    columns,
    ({ offset, length, code, message }) => [formatCount(offset), formatCount(length), code, printable(message)],
    damageCount,
  );
}

function section<Item>(
  title: string,
  items: readonly Item[],
  columns: readonly Column[],
  toRow: (item: Item) => string[],
  count = items.length,
): string {
  if (count === 0) return '';
  const shown = items.slice(0, MAX_ROWS);
  const more = count > shown.length ? `… and ${formatCount(count - shown.length)} more (--json has them)\n` : '';
  return `${title}: ${formatCount(count)}\n${formatTable(columns, shown.map(toRow))}${more}`;
}

function testName(id: string): string {
  return shorten(printable(id), ID_WIDTH);
}

function time(micros: number | null): string {
  return micros === null
    ? 'unknown'
    : formatMicros(micros)
        .replace('T', ' ')
        .replace(/\.\d+Z$/, 'Z');
}
