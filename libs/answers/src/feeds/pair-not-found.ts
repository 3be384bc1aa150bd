import { nearNames } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';
import type { Asker } from '../asking/asker';
import { readText } from '../rows/read-row';
import type { MetadataPair } from './failed-runs-feed';

/** Says whether the key or its value is unknown, and what may have been meant. */
export async function pairNotFound(asker: Asker, { key, value }: MetadataPair): Promise<AppError> {
  const range = { sinceMicros: 0, untilMicros: asker.nowMicros() + 1 };
  const keys = (await asker.complete({ of: 'metadataKeys', limit: 1000 }, range)).map((row) =>
    readText(row, '__value'),
  );
  if (!keys.includes(key)) return notFound('key', key, keys);
  const rows = await asker.complete({ of: 'metadataValues', metadataKey: key, limit: 5000 }, range);
  return notFound(
    'value',
    value,
    rows.map((row) => readText(row, '__value')),
  );
}

function notFound(what: 'key' | 'value', name: string, known: readonly string[]): AppError {
  const suggestions = nearNames(name, known);
  return new AppError(`${what}_not_found`, `No run has metadata with this ${what}.`, {
    status: 404,
    expected: `a ${what} of the metadata of stored runs`,
    found: JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name),
    action: what === 'key' ? 'see /v1/metadata/keys' : 'see /v1/metadata/KEY/values',
    suggestions,
  });
}
