import { nearNames } from '@testmetrics/domain';
import { UsageError } from '../errors';
import { EVERY_COMMAND } from './config-file';
import type { ConfigFile } from './config-file';
import {
  CONNECTION,
  DATABASE_SECTION,
  MEANINGLESS,
  MEANINGLESS_OF_DATABASE,
  RUN_META,
  VARIABLES,
} from './setting-names';

/** Names of options by command, for instance `db prune`. */
export type OptionNames = ReadonlyMap<string, readonly string[]>;

/**
 * Refuses names that nothing reads, as they are slips.
 *
 * @throws {UsageError} naming all of them, and what may have been meant
 */
export function checkConfig(files: readonly ConfigFile[], options: OptionNames): void {
  const mistakes = files.flatMap(({ file, sections }) =>
    [...sections].flatMap(([section, settings]) => mistakesOf(section, [...settings.keys()], options, file)),
  );
  if (mistakes.length > 0) throw new UsageError(mistakes.join('\n'));
}

function mistakesOf(section: string, names: readonly string[], options: OptionNames, file: string): string[] {
  const known = namesIn(section, options);
  if (known === null) {
    const sections = [EVERY_COMMAND, DATABASE_SECTION, ...options.keys()];
    return [`${file}: [${section}]: expected a section that is ${hint(section, sections)}`];
  }
  return names
    .filter((name) => !known.includes(name))
    .map((name) => `${file}: [${section}] ${name}: expected NAME = VALUE with a name that is ${hint(name, known)}`);
}

/** `null`: there is no such section. */
function namesIn(section: string, options: OptionNames): readonly string[] | null {
  if (section === DATABASE_SECTION) return [CONNECTION, ...MEANINGLESS_OF_DATABASE];
  if (section !== EVERY_COMMAND) return options.get(section) ?? null;
  return [...new Set([...Object.keys(VARIABLES), ...[...options.values()].flat(), RUN_META, ...MEANINGLESS])];
}

function hint(found: string, known: readonly string[]): string {
  const near = nearNames(found, known);
  return near.length > 0 ? `known; did you mean ${near.join(' or ')}?` : 'known: see docs/cli.md';
}
