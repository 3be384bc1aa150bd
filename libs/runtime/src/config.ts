import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { AppError } from './app-error';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** The settings are wrong: all of them are named at once, and nothing starts. */
export class ConfigError extends AppError {
  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, message }) => `  ${variable}: ${message}`);
    super('bad_config', `These settings are wrong:\n${lines.join('\n')}`, {
      action: 'correct these environment variables, or unset them for their defaults',
    });
  }
}

/**
 * Reads the variables that a schema names, once, at start.
 *
 * `<NAME>_FILE` names a file that holds the value of `<NAME>` (for secrets). An empty variable counts as unset.
 * Variables that the schema does not name are left alone.
 *
 * @throws {ConfigError} naming every problem
 */
export function loadConfig<Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape>,
  env: Environment,
): z.output<z.ZodObject<Shape>> {
  const problems: ConfigProblem[] = [];
  const values: Record<string, string> = {};
  for (const variable of Object.keys(schema.shape)) {
    const value = readVariable(variable, env, problems);
    if (value !== undefined) values[variable] = value;
  }
  const result = schema.safeParse(values);
  if (result.success && problems.length === 0) return result.data;
  const found = (result.error?.issues ?? []).map(({ path, message }) => ({ variable: path.join('.'), message }));
  throw new ConfigError([...problems, ...found]);
}

function readVariable(variable: string, env: Environment, problems: ConfigProblem[]): string | undefined {
  const direct = env[variable] || undefined;
  const fileVariable = `${variable}_FILE`;
  const path = env[fileVariable] || undefined;
  if (path === undefined) return direct;
  if (direct !== undefined) {
    problems.push({ variable: fileVariable, message: `both ${variable} and ${fileVariable} are set; keep one` });
    return direct;
  }
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    problems.push({
      variable: fileVariable,
      message: `cannot read ${path} (${(error as NodeJS.ErrnoException).code})`,
    });
    return undefined;
  }
}
