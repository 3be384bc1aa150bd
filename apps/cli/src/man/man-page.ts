import type { Command, CommandGroup, Flag } from '../command';
import { VARIABLES } from '../config/setting-names';
import { asIs, bold, flagTerm, roff } from './roff';

export interface ManPageParts {
  readonly commands: readonly (Command | CommandGroup)[];
  readonly globalFlags: readonly Flag[];
  readonly version: string;
}

/** When the text of this page, and not only that of commands, was looked through last. */
const DATE = '2026-11-26';

/** The manual in the man(7) language, made of the same definitions as the help. */
export function manPage({ commands, globalFlags, version }: ManPageParts): string {
  const lines = [
    `.TH TESTMETRICS 1 ${DATE} "testmetrics ${version}" "User Commands"`,
    '.SH NAME',
    roff('testmetrics - sends test runs of a CI system to Test Metrics and asks about them'),
    '.SH SYNOPSIS',
    `${bold('testmetrics')} [\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]`,
    '.SH DESCRIPTION',
    roff('Sends subunit streams to Test Metrics, looks into them, asks about them, and takes care of the database.'),
    roff('Data goes to standard output, everything else to standard error; - is standard input.'),
    '.SH OPTIONS',
    ...globalFlags.flatMap(option),
    ...option({ flags: '-h, --help', describe: 'show the help of the command' }),
    ...option({ flags: '-V, --version', describe: 'print the version' }),
    '.SH COMMANDS',
    ...commands.flatMap((entry) =>
      'commands' in entry ? entry.commands.flatMap((one) => section(one, `${entry.name} `)) : section(entry, ''),
    ),
    ...EXIT_STATUS,
    ...ENVIRONMENT,
    '.SH SEE ALSO',
    '.BR subunit\\-stats (1),',
    '.BR stestr (1)',
  ];
  return `${lines.join('\n')}\n`;
}

function section(
  { name, describe, takesFiles, argument = [], flags, examples, notes }: Command,
  group: string,
): string[] {
  const positional = takesFiles
    ? [{ syntax: '<file...>', describe: 'files to read; - is standard input' }]
    : [argument].flat();
  const synopsis = [
    bold(`testmetrics ${group}${name}`),
    '[\\fIoptions\\fR]',
    ...positional.map(({ syntax }) => flagTerm(syntax)),
  ];
  return [
    `.SS ${roff(`${group}${name}`)}`,
    roff(describe),
    '.PP',
    synopsis.join(' '),
    ...positional.flatMap(({ syntax, describe: about }) => ['.TP', flagTerm(syntax), roff(about)]),
    ...flags.flatMap(option),
    ...(notes === undefined ? [] : ['.PP', ...asIs(notes.trim().split('\n'))]),
    '.PP',
    examples.length === 1 ? 'Example:' : 'Examples:',
    ...asIs(examples.map((example) => `  $ ${example}`)),
  ];
}

function option({ flags, describe, choices }: Pick<Flag, 'flags' | 'describe' | 'choices'>): string[] {
  const among = choices === undefined ? '' : `; one of ${choices.join(', ')}`;
  return ['.TP', flagTerm(flags), roff(`${describe}${among}`)];
}

const EXIT_STATUS = [
  '.SH EXIT STATUS',
  ...[
    ['0', 'done'],
    ['1', 'failed'],
    ['2', 'wrong usage'],
    ['3', 'done, but the input was damaged: what could be read was used'],
  ].flatMap(([status = '', meaning = '']) => ['.TP', bold(status), roff(meaning)]),
];

const ENVIRONMENT = [
  '.SH ENVIRONMENT',
  ...[
    [`DATABASE_URL`, 'the database, mysql://user:password@host:port/database'],
    ...Object.entries(VARIABLES).map(([setting, variable]) => [
      variable,
      `the setting ${setting} of a configuration file`,
    ]),
  ].flatMap(([variable = '', meaning = '']) => ['.TP', bold(variable), roff(meaning)]),
];
