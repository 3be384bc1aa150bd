import type { RequestHandler } from 'express';
import type { ReadyBody } from '@testmetrics/api-contract';
import type { DatabaseGate } from '../../stores/database-gate';

/** The process runs; says nothing about its surroundings. */
export const aliveRoute: RequestHandler = (_request, response) => {
  response.json({ status: 'alive' });
};

/** Runs can be stored: the database answers and its schema fits. */
export function readyRoute(gate: DatabaseGate): RequestHandler {
  return async (_request, response) => {
    const { database } = await gate.check();
    const body: ReadyBody = {
      status: 'ready',
      database: `${database.server.flavor} ${database.server.version}`,
      schema: 'current',
    };
    response.json(body);
  };
}
