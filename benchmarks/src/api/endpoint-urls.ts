import { OPERATIONS } from '@testmetrics/api-contract';
import type { Examples } from './choose-examples';

const DAY_MS = 86_400_000;

/**
 * Every read endpoint of the document, as somebody asks it who looks at the last 90 days. Whole runs and the means of all
 * tests as streams, which are megabytes, are left out; runs have a benchmark of their own.
 */
export function endpointUrls(
  examples: Examples,
  { endMs, days }: { readonly endMs: number; readonly days: number },
): readonly string[] {
  const window = `since=${iso(endMs - days * DAY_MS)}&until=${iso(endMs + 60_000)}`;
  const reads = OPERATIONS.filter(
    ({ method, path }) =>
      method === 'get' && path.startsWith('/v1/') && !path.endsWith('/stream') && path !== '/v1/timing/average',
  );
  return reads.map(({ path, query }) => {
    const known = query === undefined ? [] : Object.keys(query.shape);
    const parts = [
      known.includes('since') && known.includes('until') ? window : '',
      known.includes('since') && !known.includes('until') ? window.replace(/&.*/, '') : '',
      known.includes('days') ? `days=${days}` : '',
      NEEDS_JOB.test(path) ? `job=${encodeURIComponent(examples.job)}` : '',
      path === '/v1/split' ? 'workers=4' : '',
    ];
    const text = parts.filter((part) => part !== '').join('&');
    return `${fill(path, examples)}${text === '' ? '' : `?${text}`}`;
  });
}

/** Those that are about one job, and name it in the query. */
const NEEDS_JOB = /^\/v1\/(?:timing$|split|badges\/)/;

function fill(path: string, { job, project, test, run, earlierRun }: Examples): string {
  const values: Readonly<Record<string, string>> = {
    job,
    a: earlierRun,
    b: run,
    key: 'project',
    graph: 'dailycount',
    value: project,
    id: path.startsWith('/v1/runs/') ? run : test,
  };
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values[name] ?? ''));
}

function iso(ms: number): string {
  return new Date(Math.floor(ms / 60_000) * 60_000).toISOString();
}
