import { nearNames } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';
import type { Asker, Range } from '../asking/asker';
import { filterFields } from '../filters';
import { refuseUnknownKey } from '../metadata/list-metadata';
import { readNameWithoutKey } from '../rows/none';
import { readNumber, readNumberOrNull } from '../rows/read-row';
import { refuseNoData } from './graph-request';
import type { GraphRequest } from './graph-request';

/** A value of a metadata key with what runs with it did. */
export interface KeyValue {
  /** `null`: of runs without the key. */
  readonly value: string | null;
  readonly runs: number;
  readonly failed: number;
  readonly failure_rate: number;
  /** On the clock, of all these runs. */
  readonly seconds: number;
}

/** As many values as the question gives. */
const MOST_VALUES = 1000;

/**
 * The values of a metadata key; where values are named, only these.
 *
 * @throws {AppError} 404 where no run has the key, or the value
 */
export async function valuesOfKey(
  asker: Asker,
  key: string,
  request: GraphRequest,
  range: Range,
): Promise<readonly KeyValue[]> {
  const question = { kind: 'metadataGroups', ...filterFields(request), metadataKey: key, limit: MOST_VALUES } as const;
  const rows = await asker.ask(question, range);
  const values = rows.map((row): KeyValue => {
    const runs = readNumber(row, 'Runs');
    return {
      value: readNameWithoutKey(row, 'Value'),
      runs,
      failed: readNumber(row, 'Failed'),
      failure_rate: readNumber(row, 'Failure rate'),
      seconds: (readNumberOrNull(row, 'Mean run time') ?? 0) * runs,
    };
  });
  if (values.length === 0) await refuseNoData(asker, request, range, 'a run');
  if (values.every(({ value }) => value === null)) {
    await refuseUnknownKey(asker, key, range);
    await refuseNoData(asker, request, range, `a run with the metadata key ${key}`);
  }
  return chosen(key, values, request.value);
}

function chosen(key: string, values: readonly KeyValue[], wanted: readonly string[] | undefined): readonly KeyValue[] {
  if (wanted === undefined) return values;
  const known = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const stray = wanted.find((value) => !known.includes(value));
  if (stray === undefined) return values.filter(({ value }) => value !== null && wanted.includes(value));
  const suggestions = nearNames(stray, known);
  throw new AppError('value_not_found', 'No run in the range has this metadata value.', {
    status: 404,
    expected: `a value that ${key} has in the range`,
    found: JSON.stringify(stray),
    action: suggestions.length > 0 ? `write ${JSON.stringify(suggestions[0])}` : `see the ${known.length} there are`,
    suggestions: suggestions.length > 0 ? suggestions : known.slice(0, 3),
  });
}
