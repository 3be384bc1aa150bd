import pino from 'pino';
import type { DestinationStream, Logger as PinoLogger } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** ERROR = a person must act; WARN = odd but handled; INFO = a run was stored. The error object goes under `err`. */
export type Logger = PinoLogger;

export interface LoggerOptions {
  /** Names the process in every line. */
  readonly name: string;
  readonly level?: LogLevel;
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

/** Values under these names never reach a log. */
const SECRETS = ['authorization', 'password', 'token', 'secret', 'cookie', 'databaseUrl', 'DATABASE_URL'];

/** Makes the process's logger: one JSON object a line, times in ISO 8601, secrets blanked. */
export function createLogger({ name, level = 'info', destination }: LoggerOptions): Logger {
  const options = {
    name,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '(secret)' },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
