import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeRun, postStream } from '@testmetrics/harness';
import { FaultStack } from './fault-stack';
import { readRuns } from './raw-rows';

const STREAM = encodeRun({ tests: 300, prefix: 'clients', seed: 1, startMicros: Date.UTC(2026, 8, 1) * 1000 });

/** A connection on which the test itself decides what is sent, and when. */
function openUpload(url: string, name: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /v1/runs?meta.build_name=${name} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: ${STREAM.length}\r\n\r\n`,
  );
  return socket;
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(text));
  });
}

describe('clients that misbehave', () => {
  let stack: FaultStack;
  beforeAll(async () => {
    stack = await FaultStack.start({ env: { TESTMETRICS_UPLOAD_IDLE: '1s' } });
  });
  afterAll(() => stack.stop());

  it('should store nothing of a client that dies half-way, and everything when it comes back', async () => {
    const before = (await readRuns(stack.databaseUrl)).length;
    const socket = openUpload(stack.url, 'half-way');
    socket.write(STREAM.subarray(0, STREAM.length / 2));
    await sleep(200);
    socket.destroy();
    await sleep(300);
    expect(await readRuns(stack.databaseUrl)).toHaveLength(before);
    expect((await postStream(`${stack.url}/v1/runs?meta.build_name=half-way`, STREAM)).status).toBe(201);
  });

  it('should know the run again when the client died before it had its answer', async () => {
    const socket = openUpload(stack.url, 'no-answer');
    socket.end(STREAM);
    socket.destroySoon();
    await sleep(1000);
    const again = await postStream(`${stack.url}/v1/runs?meta.build_name=no-answer`, STREAM);
    expect([200, 201]).toContain(again.status);
    const thrice = await postStream(`${stack.url}/v1/runs?meta.build_name=no-answer`, STREAM);
    expect(thrice.status).toBe(200);
  });

  it('should turn away a client that sends one byte a second, and serve others meanwhile', async () => {
    const before = (await readRuns(stack.databaseUrl)).length;
    const socket = openUpload(stack.url, 'slow');
    const answer = answerOf(socket);
    let sent = 0;
    const drip = setInterval(() => socket.write(STREAM.subarray(sent, ++sent)), 300);
    try {
      expect((await postStream(`${stack.url}/v1/runs?meta.build_name=quick`, STREAM)).status).toBe(201);
      expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    } finally {
      clearInterval(drip);
      socket.destroy();
    }
    expect(await readRuns(stack.databaseUrl)).toHaveLength(before + 1);
  });
});
