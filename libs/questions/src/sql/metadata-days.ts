import { ALL_VALUES, type MetadataLiteral } from './filters';
import { sql } from './select';

/** The key of a metadata key; NULL where no run was ever rolled up with it. All names are literals. */
export function metadataKeyId(key: string): string {
  return `(SELECT k.id FROM tm_metadata_keys AS k WHERE k.name = ${key})`;
}

/** The key of a metadata value; NULL where no run was ever rolled up with it. */
export function metadataValueId({ key, value }: MetadataLiteral): string {
  return sql(
    '(SELECT v.id FROM tm_metadata_keys AS k INNER JOIN tm_metadata_values AS v ON v.key_id = k.id',
    `WHERE k.name = ${key} AND v.value_hash = UNHEX(LEFT(SHA2(${value}, 256), 32)))`,
  );
}

/** A constant for the server: a variable stands at "All", or at nothing, so that the metadata choose no runs. */
export function isEveryValue({ value }: MetadataLiteral): string {
  return `${value} IN ('', '${ALL_VALUES}')`;
}
