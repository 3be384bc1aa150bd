import type { Finding } from '@testmetrics/database';
import { formatCount, printable } from '../format';
import { formatTable } from '../table';

const COLUMNS = [{ title: 'Kind' }, { title: 'Table' }, { title: 'Row' }, { title: 'Expected' }, { title: 'Found' }];

/** Whether a finding is a fault: runs that another tool wrote are only told. */
export function isFault({ kind }: Finding): boolean {
  return kind !== 'foreign';
}

/** The findings as a table, faults first, and a line that sums up and says what to do. */
export function formatFindings(findings: readonly Finding[]): string {
  const faults = findings.filter(isFault);
  const foreign = findings.filter((finding) => !isFault(finding));
  const rows = [...faults, ...foreign].map((finding) => [
    finding.kind,
    finding.table,
    pairs(finding.key),
    finding.expected === null ? 'no row' : pairs(finding.expected),
    finding.found === null ? 'no row' : pairs(finding.found),
  ]);
  return `${rows.length === 0 ? '' : `${formatTable(COLUMNS, rows)}\n`}${summary(faults.length, foreign.length)}\n`;
}

function summary(faults: number, foreign: number): string {
  const lines = [
    faults === 0
      ? 'clean: counters, rollups and histories equal the raw rows'
      : `${count(faults, 'fault', 'faults')} found (at most 20 of a table are shown); \`testmetrics db rebuild\` makes all sums again`,
  ];
  if (foreign > 0) {
    const written = count(foreign, 'run was', 'runs were');
    lines.push(`${written} written by other tools and not in the charts yet; \`testmetrics db rebuild\` adopts them`);
  }
  return lines.join('\n');
}

function count(number: number, one: string, many: string): string {
  return `${formatCount(number)} ${number === 1 ? one : many}`;
}

function pairs(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => printable(`${name}=${String(value)}`))
    .join(' ');
}
