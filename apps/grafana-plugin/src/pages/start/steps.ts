import { type HealthReport } from '../../datasource/health/check-health';
import { spanText } from './span-text';
import { START } from './start-texts';

export interface Step {
  readonly name: string;
  readonly state: 'ok' | 'attention' | 'unknown';
  readonly text: string;
}

/** From so many seconds on, runs that wait to be counted are worth a look. */
const SLOW_SECONDS = 600;

/** What is connected and what is not, one line a part, in the order in which things depend on each other. */
export function stepsOf({ facts, health }: HealthReport, nowMs: number): Step[] {
  const { mysqlUid, mysql, probe, schema, newest } = facts;
  const isReached = probe !== undefined && 'value' in probe;
  const isChosen = mysql !== undefined && mysql.type === 'mysql';
  const isCurrent = schema !== undefined && 'value' in schema && !isAboutSchema(health.state);
  return [
    step(START.steps.datasource, true, isChosen, isChosen ? `${mysql.name} (${mysqlUid})` : health.message),
    step(START.steps.mysql, isChosen, isReached, isReached ? START.ok : health.message),
    step(START.steps.schema, isReached, isCurrent, isCurrent ? newestName(schema) : health.message),
    ...dataSteps(newest, nowMs),
  ];
}

function isAboutSchema(state: HealthReport['health']['state']): boolean {
  return state === 'no_schema' || state === 'schema_too_old' || state === 'schema_newer';
}

function newestName(schema: HealthReport['facts']['schema']): string {
  return schema !== undefined && 'value' in schema ? (schema.value[0] ?? '') : '';
}

function dataSteps(newest: HealthReport['facts']['newest'], nowMs: number): Step[] {
  const { newest: last, rollup } = START.steps;
  if (newest === undefined) return [unknown(last), unknown(rollup)];
  if ('error' in newest) return [{ name: last, state: 'attention', text: newest.error }, unknown(rollup)];
  if (newest.value === null) return [{ name: last, state: 'attention', text: START.noneYet }, unknown(rollup)];
  const { receivedMs, job, waiting, waitingSeconds } = newest.value;
  const age = Math.max(0, (nowMs - receivedMs) / 1000);
  return [
    { name: last, state: 'ok', text: START.ago(spanText(age), job) },
    {
      name: rollup,
      state: waitingSeconds > SLOW_SECONDS ? 'attention' : 'ok',
      text: waiting === 0 ? START.upToDate : START.waiting(waiting, spanText(waitingSeconds)),
    },
  ];
}

/** One that depends on a part that fails is not checked. */
function step(name: string, isReached: boolean, isGood: boolean, text: string): Step {
  if (!isReached) return unknown(name);
  return { name, state: isGood ? 'ok' : 'attention', text };
}

function unknown(name: string): Step {
  return { name, state: 'unknown', text: START.unknown };
}
