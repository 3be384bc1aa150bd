import { pythonRepr, pythonSeconds } from './python-text';
import { type TarContent } from './tar';
import { byId, type TestDuration } from './test-duration';

/** The two files of a `dbm.dumb` database of Python, as testr and stestr keep their times in. */
export interface DbmFiles {
  readonly dat: TarContent;
  readonly dir: TarContent;
  /** What the two files are made of, in a hundredth of their bytes: they differ where it does. */
  readonly essence: string;
}

/** Values begin at multiples of it. */
const BLOCK_BYTES = 512;

/**
 * The times as they lie in `.stestr/` and `.testrepository/`. stestr looks for a test without its brackets, testr with
 * them: both are there, so that one pair of files serves both.
 */
export function dbmFiles(durations: readonly TestDuration[]): DbmFiles {
  const values = new Map<string, string>();
  for (const { id, micros } of [...durations].sort(byId)) {
    const seconds = pythonSeconds(micros);
    values.set(id, seconds);
    const name = stestrName(id);
    if (name !== id) values.set(name, seconds);
  }
  const all = [...values.values()];
  const lines: string[] = [];
  values.forEach((value, key) => {
    lines.push(`${pythonRepr(key)}, (${lines.length * BLOCK_BYTES}, ${value.length})\n`);
  });
  const dir = lines.join('');
  return { dat: blocksOf(all), dir: textOf(dir), essence: `${dir}${all.join('\n')}` };
}

function blocksOf(values: readonly string[]): TarContent {
  const last = values.at(-1) ?? '';
  return {
    bytes: values.length === 0 ? 0 : (values.length - 1) * BLOCK_BYTES + last.length,
    write: (target) => {
      for (let index = 0; index < values.length; index++) writeLatin1(target, index * BLOCK_BYTES, values[index] ?? '');
    },
  };
}

function textOf(latin1: string): TarContent {
  return { bytes: latin1.length, write: (target) => writeLatin1(target, 0, latin1) };
}

/** As stestr's `cleanup_test_name`: the first bracket that opens, up to the first one that closes, is left out. */
export function stestrName(id: string): string {
  const [open, close] = [id.indexOf('['), id.indexOf(']')];
  return open > 0 && close > open ? id.slice(0, open) + id.slice(close + 1) : id;
}

/** Megabytes at once, or a few digits ten thousand times, which are sooner written one by one. */
const FEW_CHARACTERS = 32;

function writeLatin1(bytes: Uint8Array, start: number, text: string): void {
  if (text.length > FEW_CHARACTERS)
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).write(text, start, 'latin1');
  else for (let at = 0; at < text.length; at++) bytes[start + at] = text.charCodeAt(at);
}
