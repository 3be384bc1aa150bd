import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readStream } from '@testmetrics/corpus';
import { benchDirectory, numberFromEnvironment } from './bench-directory';
import { Contestant, type Pass } from './decode/contestant';
import { decodeMeasures, type Passes } from './decode/decode-measures';
import { findOurs, findPython, findRust, type Found } from './decode/find-contestants';
import { formatMeasures } from './measure';

/** The longest recorded stream: many ids, tags, times and attachments. */
const STREAM = '13-cpython-large';
const REPETITIONS = numberFromEnvironment('BENCH_REPETITIONS', 7);
/** A service that decodes all day is warm: the compiler has seen some passes. */
const WARM_UP_PASSES = 12;
/** Passes of the fast ones in each repetition, so that they meet the machine as long as the slow one does. */
const FAST_PASSES = 5;

const log = (line: string): void => console.log(line);

interface Entry {
  readonly contestant: Contestant;
  readonly passesEach: number;
  readonly passes: Pass[];
}

async function main(): Promise<void> {
  const file = await writeRecording();
  const ours = enter('ours', await findOurs(), file, FAST_PASSES);
  const python = enter('python-subunit', await findPython(log), file, 1);
  const rust = enter('Rust', await findRust('stream', log), file, FAST_PASSES);
  const rustInMemory = enter('Rust in memory', await findRust('memory', log), file, FAST_PASSES);
  const entries = [ours, python, rust, rustInMemory].filter((entry): entry is Entry => 'contestant' in entry);
  try {
    await interleave(entries);
  } finally {
    for (const { contestant } of entries) contestant.stop();
  }
  if (!('passes' in ours)) throw new Error(ours.missing);
  const figures = {
    bytes: (await stat(file)).size,
    ours: ours.passes,
    python: passesOf(python),
    rust: passesOf(rust),
    rustInMemory: passesOf(rustInMemory),
  };
  log(`${STREAM}: ${ours.passes[0]?.events} events, ${figures.bytes} bytes; Node ${process.version}`);
  console.log(`\n${formatMeasures(decodeMeasures(figures))}`);
}

async function writeRecording(): Promise<string> {
  const directory = join(benchDirectory(), 'decode');
  await mkdir(directory, { recursive: true });
  const file = join(directory, `${STREAM}.subunit`);
  await writeFile(file, gunzipSync(readStream(STREAM)));
  return file;
}

function enter(name: string, found: Found, file: string, passesEach: number): Entry | { readonly missing: string } {
  if ('missing' in found) return found;
  return { contestant: new Contestant(name, found.program, [...found.parameters, file]), passesEach, passes: [] };
}

function passesOf(entry: Entry | { readonly missing: string }): Passes {
  return 'missing' in entry ? entry : entry.passes;
}

/** The contestants take turns, so that whatever else the machine does meets all of them. */
async function interleave(entries: readonly Entry[]): Promise<void> {
  for (const { contestant, passesEach } of entries) {
    for (let pass = 0; passesEach > 1 && pass < WARM_UP_PASSES; pass++) await contestant.decode();
  }
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    for (const { contestant, passesEach, passes } of entries) {
      for (let pass = 0; pass < passesEach; pass++) passes.push(await contestant.decode());
      const { events, seconds } = passes.at(-1) as Pass;
      log(`  ${contestant.name}: ${(events / seconds / 1e6).toFixed(2)} M events/s`);
    }
  }
  const counts = new Set(entries.map(({ passes }) => passes[0]?.events));
  if (counts.size !== 1)
    throw new Error(`expected the same number of events from all, found ${[...counts].join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
