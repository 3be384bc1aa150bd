import type { Request } from 'express';
import { AppError } from '@testmetrics/runtime';
import { queryPairs } from './query-pairs';
import { quote } from './read-query';

const TYPES = { json: 'application/json', csv: 'text/csv' } as const;

export type ReplyFormat = keyof typeof TYPES;

/**
 * The form in which the client wants a reply: by the parameter `format`, which the query's schema has checked, else by the
 * header Accept, else the first one offered.
 *
 * @throws {AppError} 406 where the header takes none of them
 */
export function replyFormat(request: Request, offered: readonly ReplyFormat[]): ReplyFormat {
  const asked = queryPairs(request.url).find(([key]) => key === 'format')?.[1];
  const byParameter = offered.find((format) => format === asked);
  if (byParameter !== undefined) return byParameter;
  const types = offered.map((format) => TYPES[format]);
  const accepted = acceptedType(
    request,
    types,
    offered.includes('csv') ? '; format=json and format=csv win over it' : '',
  );
  return offered.find((format) => TYPES[format] === accepted) ?? 'json';
}

function acceptedType(request: Request, types: readonly string[], hint = ''): string {
  const accepted = request.accepts([...types]);
  if (accepted !== false) return String(accepted);
  throw new AppError('not_acceptable', 'There is no reply of the kind that the header Accept asks for.', {
    status: 406,
    expected: types.join(' or '),
    found: quote(request.headers.accept ?? ''),
    action: `correct the header or leave it out${hint}`,
  });
}
