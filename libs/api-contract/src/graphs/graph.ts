import { z } from 'zod';
import { nameSchema, RANGE_FIELDS, rateSchema, testKeySchema, testNameSchema } from '../answers/answer-list';
import { countSchema, instantSchema, secondsSchema } from '../shared';
import type { GraphName } from './graph-names';

export const GRAPH_STEPS = ['hour', 'day', 'week', 'month', 'year'] as const;

const step = z.enum(GRAPH_STEPS).meta({ description: 'How long a point lasts; longer ranges have longer ones.' });
const at = instantSchema.meta({ description: 'The beginning of the step.' });

const OUTCOMES = { passed: countSchema, failed: countSchema, skipped: countSchema } as const;
const TEST = { id: testKeySchema, test: testNameSchema } as const;

const BAND = {
  mean: secondsSchema.nullable().meta({ description: 'Rolling; null where too little was seen.' }),
  deviation: secondsSchema.nullable().meta({ description: 'Standard deviation of the same values.' }),
} as const;

/** A box plot's box: quartiles, whiskers within 1.5 times the box, and what lies outside. */
const BOX = {
  low: secondsSchema,
  first_quartile: secondsSchema,
  median: secondsSchema,
  third_quartile: secondsSchema,
  high: secondsSchema,
  outliers: z.array(secondsSchema),
} as const;

const BY_KEY = { key: z.string(), values: countSchema.meta({ description: 'That runs in the range have.' }) } as const;
const value = nameSchema.meta({ description: 'null: of runs without the key.' });

function graph<Name extends GraphName, Fields extends z.ZodRawShape>(name: Name, fields: Fields) {
  return z.object({ graph: z.literal(name), ...RANGE_FIELDS, ...fields });
}

const failures = graph('failures', {
  ...TEST,
  step,
  ...OUTCOMES,
  items: z.array(z.object({ at, ...OUTCOMES })),
}).meta({ id: 'FailuresGraph' });

const runTime = graph('run_time', {
  ...TEST,
  passed: countSchema,
  failed: countSchema,
  has_more: z.boolean().meta({ description: 'Only the newest 2,000 runs are shown.' }),
  items: z.array(z.object({ at: instantSchema, failed: z.boolean(), seconds: secondsSchema, ...BAND })),
}).meta({ id: 'RunTimeGraph' });

const aggCount = graph('agg_count', {
  found: countSchema.meta({ description: 'Tests that are meant, of which the first are shown.' }),
  items: z.array(z.object({ ...TEST, ...OUTCOMES })),
}).meta({ id: 'AggCountGraph' });

const dailyCount = graph('dailycount', {
  step,
  tests: countSchema.meta({ description: 'That passed or failed in the range.' }),
  items: z.array(z.object({ at, tests: countSchema, ...BAND })),
}).meta({ id: 'DailyCountGraph' });

const runFailureRate = graph('run_failure_rate', {
  ...BY_KEY,
  runs: countSchema,
  failed: countSchema,
  items: z.array(z.object({ value, runs: countSchema, failed: countSchema, failure_rate: rateSchema })),
}).meta({ id: 'RunFailureRateGraph' });

const runTimeMeta = graph('run_time_meta', {
  ...BY_KEY,
  items: z.array(z.object({ value, runs: countSchema.meta({ description: 'That passed.' }), ...BOX })),
}).meta({ id: 'RunTimeMetaGraph' });

const testRunTime = graph('test_run_time', {
  found: countSchema.nullable().meta({ description: 'Tests that were named; null: the slowest are shown.' }),
  items: z.array(z.object({ ...TEST, passed: countSchema, ...BOX })),
}).meta({ id: 'TestRunTimeGraph' });

const ciTime = graph('ci_time', {
  ...BY_KEY,
  runs: countSchema,
  seconds: secondsSchema.meta({ description: 'Of all runs together, on the clock.' }),
  items: z.array(z.object({ value, runs: countSchema, seconds: secondsSchema })),
}).meta({ id: 'CiTimeGraph' });

/** `GET /v1/graphs/{graph}`: what the graph of this name draws. */
export const graphSchema = z
  .discriminatedUnion('graph', [
    failures,
    runTime,
    aggCount,
    dailyCount,
    runFailureRate,
    runTimeMeta,
    testRunTime,
    ciTime,
  ])
  .meta({ id: 'Graph' });

export type GraphBody = z.infer<typeof graphSchema>;
export type GraphBodyOf<Name extends GraphName> = Extract<GraphBody, { readonly graph: Name }>;
export type GraphStep = (typeof GRAPH_STEPS)[number];

/** What a box plot shows of many durations. */
export type GraphBox = Omit<GraphBodyOf<'run_time_meta'>['items'][number], 'value' | 'runs'>;
