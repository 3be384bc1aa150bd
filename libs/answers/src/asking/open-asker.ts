import { connectDatabase } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import { compileQuestion, completionQuestion, literalRange } from '@testmetrics/questions';
import type { Query } from '@testmetrics/questions';
import { systemClock } from '@testmetrics/runtime';
import type { Clock } from '@testmetrics/runtime';
import { toAskError } from './ask-error';
import type { Asker, Range, Row } from './asker';

export interface AskerOptions {
  /** Questions that the database answers at a time. Default 4. */
  readonly parallel?: number;
  /** Questions that wait for their turn before more are refused. Default 200. */
  readonly waiting?: number;
  /** Longest wait for a turn, milliseconds. Default 5 s. */
  readonly waitMs?: number;
  /** The server ends a question that takes longer, milliseconds. Default 15 s. */
  readonly answerMs?: number;
  readonly clock?: Clock;
}

/** An asker with connections of its own: questions never take those that store runs. */
export interface OpenAsker extends Asker {
  close(): Promise<void>;
}

/** How long after the server's own limit we stop waiting, where the server does not end the question. */
const GRACE_MS = 2000;

/**
 * Connects for reading only. The schema is not looked at.
 *
 * @throws {AppError} where the database cannot be reached
 */
export async function openAsker(databaseUrl: string, options: AskerOptions = {}): Promise<OpenAsker> {
  const database = await connectForReading(databaseUrl, options);
  return { ...askerOn(database, options.clock), close: () => database.close() };
}

/** Connections that only read, few, and not for long. */
export function connectForReading(databaseUrl: string, options: AskerOptions = {}): Promise<Database> {
  const { parallel = 4, waiting = 200, waitMs = 5_000, answerMs = 15_000 } = options;
  return connectDatabase(databaseUrl, {
    poolSize: parallel,
    queueLimit: waiting,
    acquireTimeoutMs: waitMs,
    statementTimeoutMs: answerMs + GRACE_MS,
    readOnlyMs: answerMs,
  });
}

/** An asker on a connection pool that there is. */
export function askerOn(database: Database, clock: Clock = systemClock): Asker {
  const send = async (compile: () => Query): Promise<readonly Row[]> => {
    try {
      return await database.rows<Row>(compile().sql);
    } catch (error) {
      throw toAskError(error);
    }
  };
  return {
    ask: (question, range, { after } = {}) =>
      send(() => compileQuestion(question, { range: toTimeRange(range), after })),
    complete: (request, range) => send(() => completionQuestion(request, { range: toTimeRange(range) })),
    nowMicros: () => clock.nowMicros(),
  };
}

function toTimeRange({ sinceMicros, untilMicros }: Range) {
  return literalRange(sinceMicros, untilMicros);
}
