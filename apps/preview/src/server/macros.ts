/** The two ends of the time range and the panel's interval, all in milliseconds. */
export interface MacroContext {
  readonly fromMs: number;
  readonly toMs: number;
  readonly intervalMs: number;
}

/** The SQL has a macro that there is not, or a word that Grafana's datasource refuses. */
export class MacroError extends Error {
  override readonly name = 'MacroError';
}

/** A macro ends at the first closing bracket, in literals too: that is how Grafana's MySQL datasource reads them. */
const MACRO = /\$([_a-zA-Z0-9]+)\(([^)]*)\)/g;

/** What Grafana refuses, so that a viewer does not learn as whom the server reads. */
const REFUSED =
  /show\s+grants|[\s,](?:session_user|system_user|user)\([^)]*\)(?=[\s,;]|$)|[\s,]current_user(?:\([^)]*\))?(?=[\s,;]|$)/i;

/** Replaces macros as Grafana's MySQL datasource does; whole seconds, in the session's time zone, which is UTC. */
export function expandMacros(sql: string, context: MacroContext): string {
  if (REFUSED.test(sql)) throw new MacroError('This query asks who the database user is, which Grafana refuses too.');
  return sql
    .replaceAll('$__interval_ms', String(context.intervalMs))
    .replace(/\$__interval(?![_a-zA-Z])/g, intervalText(context.intervalMs))
    .replace(MACRO, (_, name: string, text: string) =>
      expandMacro(
        name,
        text.split(',').map((argument) => argument.trim()),
        context,
      ),
    );
}

interface MacroCall {
  readonly name: string;
  readonly column: string;
  readonly interval: string;
  /** The range in whole seconds. */
  readonly from: number;
  readonly to: number;
}

const MACROS: Readonly<Record<string, (call: MacroCall) => string>> = {
  __time: (call) => `UNIX_TIMESTAMP(${needed(call)}) as time_sec`,
  __timeEpoch: (call) => `UNIX_TIMESTAMP(${needed(call)}) as time_sec`,
  __timeFilter: (call) => `${needed(call)} BETWEEN FROM_UNIXTIME(${call.from}) AND FROM_UNIXTIME(${call.to})`,
  __timeFrom: ({ from }) => `FROM_UNIXTIME(${from})`,
  __timeTo: ({ to }) => `FROM_UNIXTIME(${to})`,
  __timeGroup: (call) => timeGroup(`UNIX_TIMESTAMP(${needed(call)})`, call.interval),
  __timeGroupAlias: (call) => `${timeGroup(`UNIX_TIMESTAMP(${needed(call)})`, call.interval)} AS "time"`,
  __unixEpochFilter: (call) => `${needed(call)} >= ${call.from} AND ${call.column} <= ${call.to}`,
  __unixEpochNanoFilter: (call) => `${needed(call)} >= ${call.from}000000000 AND ${call.column} <= ${call.to}000000000`,
  __unixEpochNanoFrom: ({ from }) => `${from}000000000`,
  __unixEpochNanoTo: ({ to }) => `${to}000000000`,
  __unixEpochGroup: (call) => timeGroup(needed(call), call.interval),
  __unixEpochGroupAlias: (call) => `${timeGroup(needed(call), call.interval)} AS "time"`,
};

function expandMacro(name: string, [column = '', interval = '', fill]: string[], context: MacroContext): string {
  const macro = MACROS[name];
  if (macro === undefined) throw new MacroError(`Unknown macro $${name}.`);
  if (fill !== undefined) throw new MacroError(`The preview does not fill gaps ($${name} with a third argument).`);
  const [from, to] = [Math.floor(context.fromMs / 1000), Math.floor(context.toMs / 1000)];
  return macro({ name, column, interval, from, to });
}

function needed({ name, column }: MacroCall): string {
  if (column === '') throw new MacroError(`$${name} expects a column, found nothing.`);
  return column;
}

function timeGroup(seconds: string, interval: string): string {
  const size = intervalSeconds(interval.replace(/^['"]|['"]$/g, ''));
  return `${seconds} DIV ${size} * ${size}`;
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

function intervalSeconds(text: string): number {
  const match = /^(\d+)([smhdw])$/.exec(text);
  const seconds = match === null ? 0 : Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0);
  if (seconds === 0) throw new MacroError(`Expected an interval such as 5m or 1d, found "${text}".`);
  return seconds;
}

/** The shortest of Grafana's spellings that is exact: 90 s stays 90s, 120 s is 2m. */
function intervalText(intervalMs: number): string {
  const seconds = Math.max(1, Math.round(intervalMs / 1000));
  const unit = ['d', 'h', 'm'].find((name) => seconds % (UNITS[name] ?? 1) === 0) ?? 's';
  return `${seconds / (UNITS[unit] ?? 1)}${unit}`;
}
