import { setTimeout as sleep } from 'node:timers/promises';
import { describeRun, encodeRun, seededRandom } from '@testmetrics/harness';
import { FaultStack } from './fault-stack';
import { countOrphans, readRuns, waitForRollups } from './raw-rows';
import { uploadUntilStored } from './upload-until-stored';
import type { Stored } from './upload-until-stored';

const IS_LONG = process.env['FAULTS'] === 'long';
const KILLS = IS_LONG ? 50 : 8;
const SEED = Number(process.env['FAULT_SEED'] ?? 1);
const CLIENTS = 6;
const MAX_PAUSE_MS = 1500;

function shapeOf(number: number) {
  const startMicros = (Date.UTC(2026, 8, 1) + number * 60_000) * 1000;
  return { tests: 200 + (number % 5) * 200, prefix: `kills${number % 3}`, seed: number, startMicros };
}

/** Uploads one run after the other, and keeps what was acknowledged, until told to stop. */
async function keepUploading(
  stack: FaultStack,
  acknowledged: Map<number, Stored>,
  client: number,
  isOver: () => boolean,
) {
  for (let number = client; !isOver(); number += CLIENTS) {
    const query = `meta.build_name=kills-${number % 2}&meta.project=faults&meta.number=${number}`;
    acknowledged.set(number, await uploadUntilStored(() => stack.url, query, encodeRun(shapeOf(number))));
  }
}

describe('killing the service and the database at any moment', () => {
  let stack: FaultStack;
  beforeAll(async () => {
    stack = await FaultStack.start({ durability: 'durable' });
  });
  afterAll(() => stack.stop());

  it(
    `should keep every acknowledged run whole and once through ${KILLS} kills (seed ${SEED})`,
    async () => {
      const random = seededRandom(SEED);
      const acknowledged = new Map<number, Stored>();
      let isOver = false;
      const clients = Array.from({ length: CLIENTS }, (_, client) =>
        keepUploading(stack, acknowledged, client, () => isOver),
      );
      const killing = (async () => {
        for (let kill = 0; kill < KILLS && !isOver; kill++) {
          await sleep(random() * MAX_PAUSE_MS);
          await (random() < 0.5 ? stack.killService() : stack.killDatabase());
        }
      })();
      const failure = await Promise.race([killing, Promise.all(clients)]).catch(String);
      isOver = true;
      await killing;
      // The service's own words are the only trace of why an upload failed.
      if (typeof failure === 'string') throw new Error(`${failure}\n${stack.serviceLog()}`);
      await Promise.all(clients);
      await waitForRollups(stack.databaseUrl);

      const runs = new Map((await readRuns(stack.databaseUrl)).map((run) => [run.uuid, run]));
      const expected = [...acknowledged].map(([number, { id }]) => {
        const { tests, files } = describeRun(shapeOf(number));
        return { uuid: id, testRuns: tests['total'], attachments: files, facts: 1 };
      });
      expect(expected.map(({ uuid }) => runs.get(uuid))).toEqual(expected);
      // Clients repeat until they know: so nothing is stored that was not acknowledged, and nothing twice.
      expect(runs.size).toBe(acknowledged.size);
      expect(await countOrphans(stack.databaseUrl)).toBe(0);
      expect(await stack.checkDatabase()).toMatchObject({ status: 0 });
    },
    KILLS * 60_000,
  );
});
