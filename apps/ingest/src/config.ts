import { tmpdir } from 'node:os';
import { parseDatabaseUrl } from '@testmetrics/database';
import { DEFAULT_METADATA_KEYS } from '@testmetrics/domain';
import type { MetadataKeys } from '@testmetrics/domain';
import { DEFAULT_INGEST_LIMITS } from '@testmetrics/ingestion';
import type { IngestLimits } from '@testmetrics/ingestion';
import {
  ConfigError,
  LOG_LEVELS,
  bytesValue,
  durationValue,
  explainError,
  integerValue,
  loadConfig,
} from '@testmetrics/runtime';
import type { Environment, LogLevel } from '@testmetrics/runtime';
import { z } from 'zod';
import { isLoopbackHost } from './http/loopback';
import { parseWriteTokens } from './http/write-tokens';
import type { WriteToken } from './http/write-tokens';

const MIB = 1024 * 1024;

/** How long a client may take to send its stream. */
export interface UploadTimes {
  /** Without a single byte. */
  readonly idleMs: number;
  /** For the whole stream. */
  readonly totalMs: number;
  /** Bytes a second that it has to send on average over each `idleMs`, as long as we wait for it. */
  readonly minBytesPerSecond: number;
}

export interface IngestConfig {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly writeTokens: readonly WriteToken[];
  readonly metadataKeys: MetadataKeys;
  readonly limits: IngestLimits;
  readonly maxParallelUploads: number;
  readonly uploadTimes: UploadTimes;
  readonly maxHeaderBytes: number;
  readonly headerMs: number;
  readonly spoolDirectory: string;
  readonly spoolMemoryBytes: number;
  readonly shutdownMs: number;
}

const keyValue = (key: string) => z.string().max(255, 'expected a metadata key of at most 255 characters').default(key);

const environmentSchema = z.object({
  DATABASE_URL: z
    .string('expected mysql://user:password@host:port/database, found nothing')
    .superRefine(checkDatabaseUrl),
  HOST: z.string().default('127.0.0.1'),
  PORT: integerValue({ min: 0, max: 65_535 }).default(8080),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
  TESTMETRICS_WRITE_TOKENS: z.string().transform(parseWriteTokens).default([]),
  TESTMETRICS_JOB_KEY: keyValue(DEFAULT_METADATA_KEYS.job),
  TESTMETRICS_PROJECT_KEY: keyValue(DEFAULT_METADATA_KEYS.project),
  TESTMETRICS_BRANCH_KEY: keyValue(DEFAULT_METADATA_KEYS.branch),
  TESTMETRICS_COMMIT_KEY: keyValue(DEFAULT_METADATA_KEYS.commit),
  TESTMETRICS_MAX_UPLOAD: bytesValue({ min: 1 }).default(DEFAULT_INGEST_LIMITS.receivedBytes),
  TESTMETRICS_MAX_EXPANDED: bytesValue({ min: 1 }).default(DEFAULT_INGEST_LIMITS.expandedBytes),
  TESTMETRICS_MAX_TESTS: integerValue({ min: 1, max: 10_000_000 }).default(DEFAULT_INGEST_LIMITS.tests),
  TESTMETRICS_MAX_TEXT: bytesValue({ min: 1 }).default(DEFAULT_INGEST_LIMITS.textCharacters),
  TESTMETRICS_ATTACHMENTS_PER_TEST: attachmentLimit(8 * MIB).default(DEFAULT_INGEST_LIMITS.attachmentBytesPerTest),
  TESTMETRICS_ATTACHMENTS_PER_RUN: attachmentLimit(1024 * MIB).default(DEFAULT_INGEST_LIMITS.attachmentBytesPerRun),
  TESTMETRICS_RUN_FILE_BYTES: attachmentLimit(8 * MIB).default(DEFAULT_INGEST_LIMITS.runFileBytes),
  TESTMETRICS_MAX_PARALLEL_UPLOADS: integerValue({ min: 1, max: 1000 }).default(16),
  TESTMETRICS_UPLOAD_IDLE: durationValue().default(30_000),
  TESTMETRICS_UPLOAD_TIME: durationValue().default(3_600_000),
  TESTMETRICS_UPLOAD_MIN_RATE: bytesValue().default(512),
  TESTMETRICS_MAX_HEADER: bytesValue({ min: 8192 }).default(512 * 1024),
  TESTMETRICS_HEADER_TIME: durationValue().default(15_000),
  TESTMETRICS_SPOOL_DIR: z.string().default(tmpdir()),
  TESTMETRICS_SPOOL_MEMORY: bytesValue().default(MIB),
  TESTMETRICS_SHUTDOWN_TIME: durationValue().default(60_000),
});

function checkDatabaseUrl(url: string, context: z.core.$RefinementCtx): void {
  try {
    parseDatabaseUrl(url);
  } catch (error) {
    // The value holds a password: it must not stand in the issue.
    context.issues.push({ code: 'custom', message: explainError(error), input: undefined });
  }
}

/** A column of the database holds 16 MiB; a statement of it has to fit into a packet. */
function attachmentLimit(max: number) {
  return bytesValue().refine((bytes) => bytes <= max, `expected at most ${max / MIB} MiB`);
}

/**
 * Reads the service's settings.
 *
 * @throws {ConfigError} naming every mistake
 */
export function readConfig(env: Environment): IngestConfig {
  const values = loadConfig(environmentSchema, env);
  const writeTokens = values.TESTMETRICS_WRITE_TOKENS;
  if (writeTokens.length === 0 && !isLoopbackHost(values.HOST)) throw openToTheWorld(values.HOST);
  return {
    databaseUrl: values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    writeTokens,
    metadataKeys: metadataKeysOf(values),
    limits: limitsOf(values),
    maxParallelUploads: values.TESTMETRICS_MAX_PARALLEL_UPLOADS,
    uploadTimes: {
      idleMs: values.TESTMETRICS_UPLOAD_IDLE,
      totalMs: values.TESTMETRICS_UPLOAD_TIME,
      minBytesPerSecond: values.TESTMETRICS_UPLOAD_MIN_RATE,
    },
    maxHeaderBytes: values.TESTMETRICS_MAX_HEADER,
    headerMs: values.TESTMETRICS_HEADER_TIME,
    spoolDirectory: values.TESTMETRICS_SPOOL_DIR,
    spoolMemoryBytes: values.TESTMETRICS_SPOOL_MEMORY,
    shutdownMs: values.TESTMETRICS_SHUTDOWN_TIME,
  };
}

type Values = z.output<typeof environmentSchema>;

function metadataKeysOf(values: Values): MetadataKeys {
  return {
    job: values.TESTMETRICS_JOB_KEY,
    project: values.TESTMETRICS_PROJECT_KEY,
    branch: values.TESTMETRICS_BRANCH_KEY,
    commit: values.TESTMETRICS_COMMIT_KEY,
    queue: DEFAULT_METADATA_KEYS.queue,
  };
}

function limitsOf(values: Values): IngestLimits {
  return {
    ...DEFAULT_INGEST_LIMITS,
    receivedBytes: values.TESTMETRICS_MAX_UPLOAD,
    expandedBytes: values.TESTMETRICS_MAX_EXPANDED,
    tests: values.TESTMETRICS_MAX_TESTS,
    textCharacters: values.TESTMETRICS_MAX_TEXT,
    attachmentBytesPerTest: values.TESTMETRICS_ATTACHMENTS_PER_TEST,
    attachmentBytesPerRun: values.TESTMETRICS_ATTACHMENTS_PER_RUN,
    runFileBytes: values.TESTMETRICS_RUN_FILE_BYTES,
  };
}

function openToTheWorld(host: string): ConfigError {
  const message =
    `without TESTMETRICS_WRITE_TOKENS anyone who reaches ${host} could write; ` +
    'set TESTMETRICS_WRITE_TOKENS=name:secret, or HOST=127.0.0.1';
  return new ConfigError([{ variable: 'HOST', message }]);
}
