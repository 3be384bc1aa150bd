import { join } from 'node:path';
import { type Environment, integerValue, loadConfig, LOG_LEVELS, type LogLevel } from '@testmetrics/runtime';
import { z } from 'zod';

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** The directory with the subdirectory `dashboards`. */
  readonly provisioningDirectory: string;
  /** The built app plugin; it may be absent. */
  readonly pluginDirectory: string;
  /** Where the bundle of the page lies. */
  readonly webDirectory: string;
  readonly queryTimeoutMs: number;
  readonly rowLimit: number;
  readonly logLevel: LogLevel;
}

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  DASHBOARDS_PORT: integerValue({ min: 0, max: 65_535 }).default(3000),
  DATABASE_URL: z
    .string('expected mysql://user:password@host:port/database, found nothing')
    .refine(isDatabaseUrl, 'expected mysql://user:password@host:port/database'),
  TESTMETRICS_PROVISIONING_DIR: z.string().optional(),
  TESTMETRICS_PLUGIN_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** A panel that takes longer has a question that is too large for a page. */
const QUERY_TIMEOUT_MS = 30_000;

/** More rows than a page can show; Grafana's own limit is higher. */
const ROW_LIMIT = 100_000;

/**
 * Reads the settings; `bundleDirectory` is where main.js lies, three levels below the repository's root.
 *
 * @throws {ConfigError} naming every mistake
 */
export function readSettings(env: Environment, bundleDirectory: string): Settings {
  const values = loadConfig(environmentSchema, env);
  return {
    host: values.HOST,
    port: values.DASHBOARDS_PORT,
    databaseUrl: values.DATABASE_URL,
    provisioningDirectory: values.TESTMETRICS_PROVISIONING_DIR ?? join(bundleDirectory, '../../../provisioning'),
    pluginDirectory: values.TESTMETRICS_PLUGIN_DIR ?? join(bundleDirectory, '../grafana-plugin'),
    webDirectory: join(bundleDirectory, 'web'),
    queryTimeoutMs: QUERY_TIMEOUT_MS,
    rowLimit: ROW_LIMIT,
    logLevel: values.LOG_LEVEL,
  };
}

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'mysql:' && new URL(text).pathname.length > 1;
}
