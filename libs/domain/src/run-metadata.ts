export const MAX_METADATA_KEY_CHARACTERS = 255;
export const MAX_METADATA_VALUE_BYTES = 65_535;

export type MetadataProblemCode = 'empty_key' | 'key_too_long' | 'value_too_long' | 'key_repeated';

export interface MetadataProblem {
  readonly code: MetadataProblemCode;
  /** As given; long ones shortened for reading. */
  readonly key: string;
  readonly expected: string;
  readonly found: string;
}

export interface RunMetadata {
  readonly metadata: ReadonlyMap<string, string>;
  readonly problems: readonly MetadataProblem[];
}

/**
 * Reads the key-value pairs given with a run, or says of each bad one what is wrong. Nothing is ever cut.
 *
 * The same pair twice counts once; the same key with another value is a problem.
 */
export function readRunMetadata(pairs: Iterable<readonly [key: string, value: string]>): RunMetadata {
  const metadata = new Map<string, string>();
  const problems: MetadataProblem[] = [];
  for (const [key, value] of pairs) {
    const problem = checkPair(key, value, metadata.get(key));
    if (problem === null) metadata.set(key, value);
    else problems.push(problem);
  }
  return { metadata, problems };
}

function checkPair(key: string, value: string, earlier: string | undefined): MetadataProblem | null {
  const at = { key: excerpt(key) };
  const keyCharacters = [...key].length;
  if (key === '') return { ...at, code: 'empty_key', expected: 'a key', found: 'no key before the value' };
  if (keyCharacters > MAX_METADATA_KEY_CHARACTERS) {
    const expected = `a key of at most ${MAX_METADATA_KEY_CHARACTERS} characters`;
    return { ...at, code: 'key_too_long', expected, found: `${keyCharacters} characters` };
  }
  const bytes = utf8Length(value);
  if (bytes > MAX_METADATA_VALUE_BYTES) {
    const expected = `a value of at most ${MAX_METADATA_VALUE_BYTES} bytes`;
    return { ...at, code: 'value_too_long', expected, found: `${bytes} bytes` };
  }
  if (earlier === undefined || earlier === value) return null;
  const found = `${JSON.stringify(excerpt(earlier))} and ${JSON.stringify(excerpt(value))}`;
  return { ...at, code: 'key_repeated', expected: 'one value a key', found };
}

function excerpt(text: string): string {
  return text.length <= 64 ? text : `${text.slice(0, 63)}…`;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Which metadata key names a run's job, project, branch, commit and queue. */
export interface MetadataKeys {
  readonly job: string;
  readonly project: string;
  readonly branch: string;
  readonly commit: string;
  readonly queue: string;
}

export const DEFAULT_METADATA_KEYS: MetadataKeys = {
  job: 'build_name',
  project: 'project',
  branch: 'build_branch',
  commit: 'build_newrev',
  queue: 'build_queue',
};

/** What a run belongs to; `''` = not said. */
export function dimensionsOf(
  metadata: ReadonlyMap<string, string>,
  keys: MetadataKeys = DEFAULT_METADATA_KEYS,
): MetadataKeys {
  const named = (key: string): string => metadata.get(key) ?? '';
  return {
    job: named(keys.job),
    project: named(keys.project),
    branch: named(keys.branch),
    commit: named(keys.commit),
    queue: named(keys.queue),
  };
}
