import type { Option } from 'commander';
import { UsageError } from '../errors';
import { EVERY_COMMAND } from './config-file';
import type { ConfigFile } from './config-file';
import { CONNECTION, DATABASE_SECTION, RUN_META, VARIABLES } from './setting-names';

/** A command as the parser knows it. */
export interface ConfiguredCommand {
  /** Its section, for instance `db prune`. */
  readonly section: string;
  readonly options: readonly Option[];
  /** Whether the command line gave this option. */
  readonly isGiven: (option: Option) => boolean;
}

export interface Configured {
  /** Values of options that the command line did not give. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly env: NodeJS.ProcessEnv;
  /** Which options have their values out of a file, and out of which. */
  readonly origins: readonly string[];
}

interface Setting {
  readonly values: readonly string[];
  readonly where: string;
}

/**
 * What files say to a command. The command line wins over the environment, the environment over files, a later file over an earlier
 * one, and a command's section over `DEFAULT`.
 *
 * @throws {UsageError} where a value cannot be one of the option
 */
export function applyConfig(
  files: readonly ConfigFile[],
  command: ConfiguredCommand,
  env: NodeJS.ProcessEnv,
): Configured {
  const input: Record<string, unknown> = {};
  const origins: string[] = [];
  for (const option of command.options) {
    const name = nameOf(option);
    if (command.isGiven(option) || name === 'url' || name === 'database') continue;
    const setting = find(files, command.section, name) ?? (name === 'meta' ? runMeta(files, command.section) : null);
    if (setting === null) continue;
    input[option.attributeName()] = valueOf(option, setting);
    origins.push(`--${name} from ${setting.where}`);
  }
  const connection = namesDatabase(env) ? null : connectionOf(files);
  const overlaid = withVariables(files, command.section, connection, env);
  if (connection !== null && readsDatabase(files, command, env)) input['database'] = connection;
  return { input, env: overlaid, origins };
}

/** `no-runs` of `--no-runs`. */
export function nameOf({ long }: Option): string {
  return (long ?? '').replace(/^--/, '');
}

function find(files: readonly ConfigFile[], section: string, name: string): Setting | null {
  for (const place of [section, EVERY_COMMAND]) {
    for (const { file, sections } of [...files].reverse()) {
      const values = sections.get(place)?.get(name);
      if (values !== undefined) return { values, where: `${file}: [${place}] ${name}` };
    }
  }
  return null;
}

function runMeta(files: readonly ConfigFile[], section: string): Setting | null {
  if (section !== 'upload') return null;
  const setting = find(files, section, RUN_META);
  if (setting === null) return null;
  const pairs = setting.values.flatMap((value) => value.split(',')).map((pair) => pair.trim().replace(':', '='));
  return { ...setting, values: pairs };
}

function valueOf(option: Option, { values, where }: Setting): unknown {
  const last = values.at(-1) ?? '';
  if (!option.required && !option.optional) return readSwitch(last, where) !== option.negate;
  if (option.argChoices !== undefined && !option.argChoices.includes(last)) {
    throw new UsageError(`${where}: expected one of ${option.argChoices.join(', ')}, found ${JSON.stringify(last)}`);
  }
  const isRepeatable = option.parseArg !== undefined && option.argChoices === undefined;
  return isRepeatable ? values : last;
}

function readSwitch(text: string, where: string): boolean {
  if (/^(true|yes|on|1)$/i.test(text)) return true;
  if (/^(false|no|off|0)$/i.test(text)) return false;
  throw new UsageError(`${where}: expected true or false, found ${JSON.stringify(text)}`);
}

/** As SQLAlchemy writes it, too: the driver and the character set are our own affair. */
function connectionOf(files: readonly ConfigFile[]): string | null {
  const setting = find(files, DATABASE_SECTION, CONNECTION) ?? find(files, EVERY_COMMAND, 'database');
  const url = setting?.values.at(-1);
  return url === undefined ? null : url.replace(/^(mysql|mariadb)\+\w+:/, '$1:').replace(/\?charset=\w+$/, '');
}

function withVariables(
  files: readonly ConfigFile[],
  section: string,
  connection: string | null,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const overlaid = { ...env };
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const setting = find(files, section, name);
    if (setting !== null && !env[variable]) overlaid[variable] = setting.values.at(-1);
  }
  return connection === null ? overlaid : { ...overlaid, DATABASE_URL: connection };
}

function namesDatabase(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env['DATABASE_URL'] ?? env['DATABASE_URL_FILE']);
}

/** Who names a database and no service wants the database to answer. */
function readsDatabase(
  files: readonly ConfigFile[],
  { section, options, isGiven }: ConfiguredCommand,
  env: NodeJS.ProcessEnv,
) {
  const places = options.filter((option) => ['url', 'database'].includes(nameOf(option)));
  const hasUrl = find(files, section, 'url') !== null || Boolean(env['TESTMETRICS_URL']);
  return places.length === 2 && !places.some(isGiven) && !hasUrl;
}
