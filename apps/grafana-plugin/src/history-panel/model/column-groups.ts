/** Units by which columns are headed, from the finest; what is written is a format of Grafana's `dateTimeFormat`. */
const UNITS = [
  { format: 'MMM D, HH:mm', key: 'YYYY-MM-DD HH:mm', labelWidth: 86 },
  { format: 'MMM D, HH:00', key: 'YYYY-MM-DD HH', labelWidth: 86 },
  { format: 'MMM D', key: 'YYYY-MM-DD', labelWidth: 48 },
  { format: 'MMM YYYY', key: 'YYYY-MM', labelWidth: 62 },
  { format: 'YYYY', key: 'YYYY', labelWidth: 36 },
] as const;

/** Columns side by side that begin in the same minute, hour, day, month or year. */
export interface ColumnGroup {
  readonly from: number;
  readonly to: number;
  /** Empty where the time is not known, and where the label of the group before needs the room. */
  readonly label: string;
}

export type FormatTime = (time: number, format: string) => string;

/** Pixels of the page: marks closer than this are a pattern, not a scale. */
const LEAST_GROUP = 16;

/** Heads the columns by the finest unit that has room on the whole; where its names have none, by every second, third… of them. */
export function groupColumns(times: readonly (number | null)[], cellWidth: number, format: FormatTime): ColumnGroup[] {
  const width = times.length * cellWidth;
  const most = Math.max(1, Math.floor(width / LEAST_GROUP));
  for (const unit of UNITS) {
    const groups = groupsOf(times, unit, format);
    const isCoarsest = unit === UNITS[UNITS.length - 1];
    if (groups.length > most && !isCoarsest) continue;
    return thinLabels(groups, Math.ceil((unit.labelWidth * groups.length) / Math.max(1, width)));
  }
  return [];
}

function groupsOf(times: readonly (number | null)[], unit: (typeof UNITS)[number], format: FormatTime): ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  let lastKey: string | null = null;
  let from = 0;
  const end = (to: number): void => {
    if (to > from) groups.push({ from, to, label: labelOf(times[from] ?? null, unit.format, format) });
    from = to;
  };
  times.forEach((time, column) => {
    const key = labelOf(time, unit.key, format);
    if (key !== lastKey) end(column);
    lastKey = key;
  });
  end(times.length);
  return groups;
}

function labelOf(time: number | null, pattern: string, format: FormatTime): string {
  return time === null ? '' : format(time, pattern);
}

/** Always the same ones, so that names do not come and go while one scrolls. */
function thinLabels(groups: readonly ColumnGroup[], every: number): ColumnGroup[] {
  return groups.map((group, index) => (index % every === 0 ? group : { ...group, label: '' }));
}
