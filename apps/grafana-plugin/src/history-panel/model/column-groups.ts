/** Units by which columns are headed, from the finest; what is written is a format of Grafana's `dateTimeFormat`. */
const UNITS = [
  { format: 'MMM D, HH:mm', key: 'YYYY-MM-DD HH:mm' },
  { format: 'MMM D, HH:00', key: 'YYYY-MM-DD HH' },
  { format: 'MMM D', key: 'YYYY-MM-DD' },
  { format: 'MMM YYYY', key: 'YYYY-MM' },
  { format: 'YYYY', key: 'YYYY' },
] as const;

/** Columns side by side that begin in the same minute, hour, day, month or year. */
export interface ColumnGroup {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export type FormatTime = (time: number, format: string) => string;

/** Pixels of the page that a heading needs. */
const LABEL_WIDTH = 66;

/** Heads the columns by the finest unit whose headings have room on the whole. */
export function groupColumns(times: readonly (number | null)[], cellWidth: number, format: FormatTime): ColumnGroup[] {
  const room = Math.max(1, Math.floor((times.length * cellWidth) / LABEL_WIDTH));
  let groups: ColumnGroup[] = [];
  for (const unit of UNITS) {
    const found = groupsOf(times, unit, format, room);
    groups = found.groups;
    if (!found.isTooMany) break;
  }
  return groups;
}

function groupsOf(
  times: readonly (number | null)[],
  unit: (typeof UNITS)[number],
  format: FormatTime,
  room: number,
): { readonly groups: ColumnGroup[]; readonly isTooMany: boolean } {
  const isCoarsest = unit === UNITS[UNITS.length - 1];
  const groups: (ColumnGroup & { readonly key: string })[] = [];
  for (const [column, time] of times.entries()) {
    const key = time === null ? '' : format(time, unit.key);
    const last = groups[groups.length - 1];
    if (last?.key === key) groups[groups.length - 1] = { ...last, to: column + 1 };
    else groups.push({ key, from: column, to: column + 1, label: time === null ? '' : format(time, unit.format) });
    if (groups.length > room && !isCoarsest) return { groups, isTooMany: true };
  }
  return { groups, isTooMany: false };
}
