import type { Operation, Reply } from '../operations';
import { badgeQuerySchema } from './badge-query';

const BADGE: Reply = {
  description: 'The badge; "no runs" or "unknown job" is said on it, with status 200, so that pages show it.',
  contentType: 'image/svg+xml',
};

/** Pictures for pages elsewhere. */
export const BADGE_OPERATIONS: readonly Operation[] = [
  badge('passRateBadge', '/v1/badges/pass-rate.svg', 'Draw a badge with the share of runs that passed'),
  badge('lastRunBadge', '/v1/badges/last-run.svg', 'Draw a badge that says how the newest run ended, and when'),
  badge('flakyBadge', '/v1/badges/flaky.svg', 'Draw a badge with the number of tests that are flaky'),
];

function badge(id: string, path: string, summary: string): Operation {
  const replies = { 200: BADGE };
  return { method: 'get', path, id, summary, query: badgeQuerySchema, replies, problems: [400, 431, 500, 503] };
}
