import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command';
import { GLOBAL_FLAGS } from '../program';
import { COMMANDS } from './commands';

const DOCUMENT = readFileSync(join(__dirname, '../../../../docs/cli.md'), 'utf8');

/** Commands by what is typed, for instance `db prune`. */
const BY_NAME = new Map(
  COMMANDS.flatMap((entry): [string, Command][] =>
    'commands' in entry ? entry.commands.map((one) => [`${entry.name} ${one.name}`, one]) : [[entry.name, entry]],
  ),
);

/** Everything after `testmetrics` on a line or in backticks. */
const CALLS = [...DOCUMENT.matchAll(/(?:^|[`$] ?)testmetrics ([a-z][^`\n|>]*)/gm)].map(([, call = '']) => call.trim());

function optionsOf({ flags }: Pick<Command, 'flags'>): readonly string[] {
  return flags.flatMap((flag) => flag.flags.match(/-[\w-]+/g) ?? []);
}

describe('docs/cli.md', () => {
  it('should have a part for every command', () => {
    const parts = [...DOCUMENT.matchAll(/^### ([a-z-]+)$/gm)].map(([, name]) => name);
    const missing = COMMANDS.map(({ name }) => name).filter((name) => !parts.includes(name));
    // The manual says of itself what it is.
    expect(missing.filter((name) => name !== 'man')).toEqual([]);
    expect(parts.filter((part) => !COMMANDS.some(({ name }) => name === part))).toEqual([]);
  });

  it('should name commands that there are, with options that they have', () => {
    expect(CALLS.length).toBeGreaterThan(20);
    const wrong = CALLS.filter((call) => {
      const words = call.split(/\s+/);
      const command = BY_NAME.get(words.slice(0, 2).join(' ')) ?? BY_NAME.get(words[0] ?? '');
      if (command === undefined) return true;
      const known = [...optionsOf(command), ...optionsOf({ flags: GLOBAL_FLAGS })];
      return words.some((word) => word.startsWith('-') && !known.includes(word));
    });
    expect(wrong).toEqual([]);
  });

  it('should explain every option that questions have in common', () => {
    const questions = ['runs', 'tests', 'failing', 'flaky', 'slowest', 'never-failing', 'compare'];
    const options = questions
      .flatMap((name) => BY_NAME.get(name)?.flags ?? [])
      .flatMap(({ flags }) => flags.match(/--[\w-]+/g) ?? []);
    expect([...new Set(options)].filter((option) => !DOCUMENT.includes(`\`${option}`))).toEqual([]);
  });
});
