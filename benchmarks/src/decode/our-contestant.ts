import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Decoder, type SubunitEvent } from '@testmetrics/subunit';

/** What the service gets from a socket at most. */
const CHUNK_BYTES = 64 * 1024;

/** Seen by the optimiser as used, so that no event is left out. */
let last: SubunitEvent | null = null;

/** Decodes a file with our decoder once a line of its input, and answers `events seconds`. */
function main(): void {
  const bytes = readFileSync(process.argv[2] ?? '');
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) chunks.push(bytes.subarray(at, at + CHUNK_BYTES));
  createInterface({ input: process.stdin }).on('line', () => {
    const started = performance.now();
    const events = decode(chunks);
    process.stdout.write(`${events} ${(performance.now() - started) / 1000}\n`);
  });
}

function decode(chunks: readonly Uint8Array[]): number {
  let events = 0;
  const decoder = new Decoder({
    onEvent: (event) => {
      last = event;
      events++;
    },
    onNoise: () => undefined,
    onDamage: () => undefined,
  });
  for (const chunk of chunks) decoder.push(chunk);
  decoder.end();
  if (events > 0 && last === null) throw new Error('expected an event, found none');
  return events;
}

main();
