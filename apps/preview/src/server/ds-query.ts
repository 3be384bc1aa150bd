import { type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { type FrameJson, frameJson, withTimeColumn } from './frame';
import { toSeries } from './long-to-wide';
import { expandMacros } from './macros';
import { describeQueryError } from './query-error';
import { type Reader } from './reader';

/** What Grafana's pages post to /api/ds/query: times in milliseconds as text, or as numbers. */
const requestSchema = z.object({
  from: z.coerce.number(),
  to: z.coerce.number(),
  queries: z
    .array(
      z.object({
        refId: z.string().default('A'),
        rawSql: z.string().min(1),
        format: z.enum(['table', 'time_series']).default('table'),
        intervalMs: z.number().positive().default(60_000),
      }),
    )
    .min(1)
    .max(50),
});

type QueryRequest = z.output<typeof requestSchema>;

type Result =
  { readonly status: 200; readonly frames: readonly FrameJson[] } | { readonly status: 500; readonly error: string };

/** Answers as Grafana's server does for the MySQL datasource: one result a query, an error where one failed. */
export function dsQuery(reader: Pick<Reader, 'ask'>): RequestHandler {
  return async (request: Request, response) => {
    const parsed = requestSchema.safeParse(request.body);
    if (!parsed.success) {
      response.status(400).json({ message: `Expected from, to and queries: ${z.prettifyError(parsed.error)}` });
      return;
    }
    const answers = await Promise.all(
      parsed.data.queries.map(async (query) => [query.refId, await answer(reader, parsed.data, query)] as const),
    );
    response.json({ results: Object.fromEntries(answers) });
  };
}

async function answer(
  reader: Pick<Reader, 'ask'>,
  { from, to }: QueryRequest,
  { refId, rawSql, format, intervalMs }: QueryRequest['queries'][number],
): Promise<Result> {
  try {
    const sql = expandMacros(rawSql, { fromMs: from, toMs: to, intervalMs });
    const { fields, isCut } = await reader.ask(sql);
    const timed = withTimeColumn(fields);
    const shaped = format === 'time_series' ? toSeries(timed) : timed;
    const notices = isCut
      ? [{ severity: 'warning' as const, text: 'More rows than the limit: the rest is not shown.' }]
      : [];
    return { status: 200, frames: [frameJson(refId, sql, shaped, notices)] };
  } catch (error) {
    return { status: 500, error: describeQueryError(error) };
  }
}
