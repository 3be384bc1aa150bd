import { AppError } from '@testmetrics/runtime';

export type QueryPair = readonly [key: string, value: string];

/**
 * The query of a URL, decoded, in order and with repeats.
 *
 * @throws {AppError} 400 where it is not percent-encoded UTF-8
 */
export function queryPairs(url: string): QueryPair[] {
  const start = url.indexOf('?');
  if (start < 0) return [];
  const parts = url
    .slice(start + 1)
    .split('&')
    .filter((part) => part !== '');
  return parts.map((part) => {
    const equals = part.indexOf('=');
    const [key, value] = equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
    return [decode(key), decode(value)];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new AppError('bad_url', 'The query of the URL cannot be read.', {
      status: 400,
      expected: 'percent-encoded UTF-8',
      found: JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text),
      action: 'encode keys and values, for instance with curl --data-urlencode … -G',
      cause,
    });
  }
}
