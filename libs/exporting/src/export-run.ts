import type { ExportedRun } from '@testmetrics/database';
import type { ExportFormat } from './export-format';
import { inPieces } from './in-pieces';
import { writeCsv } from './write-csv';
import { writeJson } from './write-json';
import { writeJunit } from './write-junit';
import { writeSubunit1 } from './write-subunit1';
import { writeSubunit2 } from './write-subunit2';

const WRITERS: Readonly<Record<ExportFormat, (run: ExportedRun) => AsyncGenerator<Uint8Array>>> = {
  subunit2: writeSubunit2,
  subunit1: writeSubunit1,
  junit: writeJunit,
  json: writeJson,
  csv: writeCsv,
};

/**
 * A stored run as bytes of a format, in pieces of at least 64 KiB but the last. Reads on only when the next piece is asked
 * for; whoever ends the iteration early ends the reading.
 *
 * @throws whatever the reading throws: then what was given so far is no whole run
 */
export function exportRun(run: ExportedRun, format: ExportFormat): AsyncGenerator<Uint8Array> {
  return inPieces(WRITERS[format](run));
}
