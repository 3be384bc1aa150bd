import { nearNames } from '@testmetrics/domain';
import type { ListQuery, MetadataKeyListBody, MetadataValueListBody } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import type { Asker, Range, Row } from '../asking/asker';
import { filterFields } from '../filters';
import { askPage, askPageRows, rangeFields } from '../paging/ask-page';
import { readNameWithoutKey } from '../rows/none';
import { readNumber, readNumberOrNull, readText, readTextOrNull, readTime, readTimeOrNull } from '../rows/read-row';

/** As many keys as are compared with one that is not found. */
const COMPARED = 1000;

/** `GET /v1/metadata/keys`: the keys that the newest runs carry. */
export function listMetadataKeys(asker: Asker, query: ListQuery): Promise<MetadataKeyListBody> {
  return askPage(asker, { kind: 'metadataKeys', ...filterFields(query) }, query, (row) => ({
    key: readText(row, 'Key'),
    runs: readNumber(row, 'Runs'),
    values: readNumber(row, 'Values'),
    newest_run: readTime(row, 'Newest run'),
  }));
}

/**
 * `GET /v1/metadata/{key}/values`: the values of a key with what runs with each of them did.
 *
 * @throws {AppError} 404 where no run in the range has the key
 */
export async function listMetadataValues(asker: Asker, key: string, query: ListQuery): Promise<MetadataValueListBody> {
  const question = { kind: 'metadataGroups', ...filterFields(query), metadataKey: key } as const;
  const { range, rows, next } = await askPageRows(asker, question, query);
  const items = rows.map(toValue);
  const isKnown = items.some(({ value }) => value !== null) || query.cursor !== undefined;
  if (!isKnown) await refuseUnknownKey(asker, key, range);
  return { ...rangeFields(range), key, items, next };
}

function toValue(row: Row): MetadataValueListBody['items'][number] {
  return {
    value: readNameWithoutKey(row, 'Value'),
    jobs: readNumber(row, 'Jobs'),
    runs: readNumber(row, 'Runs'),
    failed: readNumber(row, 'Failed'),
    failure_rate: readNumber(row, 'Failure rate'),
    failure_rate_at_least: readNumber(row, 'At least'),
    tests: readNumber(row, 'Tests run'),
    mean_seconds: readNumberOrNull(row, 'Mean run time'),
    newest_run: readTimeOrNull(row, 'Newest run'),
    note: readTextOrNull(row, 'Note'),
  };
}

/** A key that other runs have is no slip. */
export async function refuseUnknownKey(asker: Asker, key: string, range: Range): Promise<void> {
  const rows = await asker.ask({ kind: 'metadataKeys', limit: COMPARED }, range);
  const keys = rows.map((row) => readText(row, 'Key'));
  if (keys.includes(key)) return;
  const suggestions = nearNames(key, keys);
  throw new AppError('key_not_found', 'No run in the range has this metadata key.', {
    status: 404,
    expected: keys.length === 0 ? 'a key of a stored run; there is none in the range' : 'a key of a run in the range',
    found: JSON.stringify(key.length > 80 ? `${key.slice(0, 79)}…` : key),
    action: suggestions.length > 0 ? `write ${JSON.stringify(suggestions[0])}` : 'see /v1/metadata/keys',
    suggestions,
  });
}
