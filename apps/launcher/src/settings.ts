import { resolve } from 'node:path';
import { integerValue, loadConfig, switchValue, type Environment } from '@testmetrics/runtime';
import { z } from 'zod';

/** What `npm start` can be told; see the README for what each one means. */
export interface Settings {
  /** `null`: a private MariaDB. */
  readonly databaseUrl: string | null;
  /** What the dashboards use; `null`: the same as above, or the private server's account that can only read. */
  readonly dashboardsDatabaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly dashboardsPort: number;
  readonly grafanaHome: string | null;
  readonly dataDirectory: string;
  readonly loadsSample: boolean;
  readonly writeTokens: readonly WriteToken[];
}

export interface WriteToken {
  readonly name: string;
  readonly secret: string;
}

const port = () => integerValue({ min: 0, max: 65_535 });

const metadataKey = () => z.string().max(255, 'expected a run metadata key of at most 255 characters').optional();

const schemaFor = (env: Environment) =>
  z.object({
    DATABASE_URL: databaseUrl().optional(),
    DASHBOARDS_DATABASE_URL: databaseUrl().optional(),
    HOST: hostName(env).default('127.0.0.1'),
    PORT: port().default(8080),
    DASHBOARDS_PORT: port().default(3000),
    GRAFANA_HOME: z.string().optional(),
    TESTMETRICS_DATA_DIR: z.string().default('.data'),
    TESTMETRICS_SAMPLE: switchValue().default(true),
    TESTMETRICS_WRITE_TOKENS: writeTokens().default([]),
    // Read by the services; checked here too, so that every mistake is named before anything starts.
    TESTMETRICS_JOB_KEY: metadataKey(),
    TESTMETRICS_PROJECT_KEY: metadataKey(),
    TESTMETRICS_BRANCH_KEY: metadataKey(),
    TESTMETRICS_COMMIT_KEY: metadataKey(),
  });

/**
 * Reads the settings out of the environment; `directory` is what relative paths start from.
 *
 * @throws {ConfigError} naming every mistake
 */
export function readSettings(env: Environment, directory: string): Settings {
  const values = loadConfig(schemaFor(env), env);
  return {
    databaseUrl: values.DATABASE_URL ?? null,
    dashboardsDatabaseUrl: values.DASHBOARDS_DATABASE_URL ?? null,
    host: values.HOST,
    port: values.PORT,
    dashboardsPort: values.DASHBOARDS_PORT,
    grafanaHome: values.GRAFANA_HOME ?? null,
    dataDirectory: resolve(directory, values.TESTMETRICS_DATA_DIR),
    loadsSample: values.TESTMETRICS_SAMPLE,
    writeTokens: values.TESTMETRICS_WRITE_TOKENS,
  };
}

/** With mistakes elsewhere zod does not come to rules about two settings at once; so this one is a rule of HOST, which sees the tokens. */
function hostName(env: Environment) {
  return z
    .string()
    .regex(/^[\w.:-]+$/, 'expected a host name or an address')
    .refine(
      (host) => isLoopback(host) || hasTokens(env),
      'expected TESTMETRICS_WRITE_TOKENS=name:secret too, as others than this machine could write: set it, or HOST=127.0.0.1',
    );
}

function hasTokens(env: Environment): boolean {
  return Boolean(env['TESTMETRICS_WRITE_TOKENS'] || env['TESTMETRICS_WRITE_TOKENS_FILE']);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function databaseUrl() {
  return z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, pathname } = new URL(text);
    return protocol === 'mysql:' && hostname !== '' && /^\/[^/]+$/.test(pathname);
  }, 'expected mysql://user:password@host:port/database');
}

/** The text is a secret: the message tells the place of a mistake, not what stands there. */
function writeTokens() {
  return z.string().transform((text, context): WriteToken[] => {
    const refuse = (message: string) => context.issues.push({ code: 'custom', input: undefined, message });
    const tokens: WriteToken[] = [];
    for (const [index, part] of text.split(',').entries()) {
      const [, name, secret] = /^\s*([^:\s]+):(\S+)\s*$/.exec(part) ?? [];
      if (name === undefined || secret === undefined)
        refuse(`expected name:secret, comma separated; entry ${index + 1} is not`);
      else if (tokens.some((token) => token.name === name)) refuse(`the name ${JSON.stringify(name)} is used twice`);
      else tokens.push({ name, secret });
    }
    return tokens;
  });
}
