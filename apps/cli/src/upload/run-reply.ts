import { z } from 'zod';
import { CommandError } from '../errors';
import type { HttpReply } from './http-post';

/** The part of a stored run that the command needs; a newer service may say more. */
const runReply = z.looseObject({
  id: z.string(),
  duplicate: z.boolean(),
  complete: z.boolean(),
  tests: z.looseObject({ total: z.number(), fail: z.number(), uxsuccess: z.number(), unfinished: z.number() }),
  damage: z.array(z.unknown()),
});

export type RunReply = z.output<typeof runReply>;

export function readRunReply({ status, text }: HttpReply): RunReply {
  const reply = runReply.safeParse(parse(text));
  if (reply.success) return reply.data;
  throw new CommandError(
    `expected a stored run in the service's answer (HTTP ${status}), found ${JSON.stringify(text.slice(0, 200))}\n` +
      'Is --url the address of the ingest service?',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
