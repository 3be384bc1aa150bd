import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { COMMANDS } from '../commands/commands';
import { GLOBAL_FLAGS } from '../program';
import { manPage } from './man-page';
import { flagTerm, roff } from './roff';

const ALL = COMMANDS.flatMap((entry) => ('commands' in entry ? entry.commands : [entry]));

describe('docs/man/testmetrics.1', () => {
  it('should be what the commands make; if not, run "npm run -s testmetrics -- man > docs/man/testmetrics.1"', () => {
    const written = readFileSync(join(__dirname, '../../../../docs/man/testmetrics.1'), 'utf8');
    expect(written).toBe(manPage({ commands: COMMANDS, globalFlags: GLOBAL_FLAGS, version }));
  });
});

describe('every command', () => {
  it.each(ALL.map((command) => [command.name, command] as const))(
    'should have an example: %s',
    (name, { examples }) => {
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) expect(example).toMatch(new RegExp(`testmetrics (\\w+ )?${name}\\b`));
    },
  );
});

describe('roff()', () => {
  it.each([
    ['.start', '\\&.start'],
    ["'quoted'", "\\&'quoted'"],
    ['a\\b', 'a\\eb'],
    ['--all', '\\-\\-all'],
  ])('should print %j as it is', (text, printed) => {
    expect(roff(text)).toBe(printed);
  });

  it('should tell options from their values', () => {
    expect(flagTerm('-o, --output <file>')).toBe('\\fB\\-o, \\-\\-output \\fR\\fIfile\\fR');
  });
});
