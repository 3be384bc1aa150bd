import { pythonRepr, pythonSeconds } from './python-text';
import { byId, type TestDuration } from './test-duration';

/** The two files of a `dbm.dumb` database of Python, as testr and stestr keep their times in. */
export interface DbmFiles {
  readonly dat: Uint8Array;
  readonly dir: Uint8Array;
}

/** Values begin at multiples of it. */
const BLOCK_BYTES = 512;

/**
 * The times as they lie in `.stestr/` and `.testrepository/`. stestr looks for a test without its brackets, testr with
 * them: both are there, so that one pair of files serves both.
 */
export function dbmFiles(durations: readonly TestDuration[]): DbmFiles {
  const utf8 = new TextEncoder();
  const values = new Map<string, string>();
  for (const { id, micros } of [...durations].sort(byId)) {
    values.set(id, pythonSeconds(micros));
    values.set(stestrName(id), pythonSeconds(micros));
  }
  const last = [...values.values()].at(-1) ?? '';
  const dat = new Uint8Array(values.size === 0 ? 0 : (values.size - 1) * BLOCK_BYTES + last.length);
  const lines: string[] = [];
  for (const [index, [key, value]] of [...values].entries()) {
    dat.set(utf8.encode(value), index * BLOCK_BYTES);
    lines.push(`${pythonRepr(key)}, (${index * BLOCK_BYTES}, ${value.length})\n`);
  }
  return { dat, dir: latin1(lines.join('')) };
}

/** As stestr's `cleanup_test_name`: the first bracket that opens, up to the first one that closes, is left out. */
export function stestrName(id: string): string {
  const [open, close] = [id.indexOf('['), id.indexOf(']')];
  return open > 0 && close > open ? id.slice(0, open) + id.slice(close + 1) : id;
}

function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
