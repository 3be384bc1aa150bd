import { type RawTimeRange } from '@grafana/data';

/** The time range as an address carries it: what was chosen (`now-7d`), not what it means at this moment. */
export function timeRangeParameters({ from, to }: RawTimeRange): string {
  return `from=${encodeURIComponent(text(from))}&to=${encodeURIComponent(text(to))}`;
}

function text(moment: RawTimeRange['from']): string {
  return typeof moment === 'string' ? moment : String(moment.valueOf());
}
