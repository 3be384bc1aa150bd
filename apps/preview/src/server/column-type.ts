import { Types } from 'mysql2';
import { type FrameField } from './frame';

const NUMBERS = new Set<number>([
  Types.TINY,
  Types.SHORT,
  Types.LONG,
  Types.LONGLONG,
  Types.INT24,
  Types.YEAR,
  Types.FLOAT,
  Types.DOUBLE,
  Types.DECIMAL,
  Types.NEWDECIMAL,
]);

const TIMES = new Set<number>([Types.DATE, Types.NEWDATE, Types.DATETIME, Types.TIMESTAMP]);

type Value = FrameField['values'][number];

/** The kind of a MySQL column in a data frame; JSON, enums and bytes are text. */
export function columnType(mysqlType: number): FrameField['type'] {
  if (NUMBERS.has(mysqlType)) return 'number';
  return TIMES.has(mysqlType) ? 'time' : 'string';
}

/** A value as the driver gives it (dates as text, since they are UTC and not of this machine's zone). */
export function columnValue(type: FrameField['type'], value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (type === 'number') return Number(value);
  if (type === 'time') return utcMs(String(value));
  return Buffer.isBuffer(value) ? value.toString('utf8') : String(value);
}

/** Zero dates are nothing. */
function utcMs(text: string): number | null {
  const ms = Date.parse(`${text.length === 10 ? `${text} 00:00:00` : text}Z`.replace(' ', 'T'));
  return Number.isNaN(ms) ? null : ms;
}
