import type { HttpReply } from './http-post';
import { retryAfterMs, withRetries } from './retry';
import type { RetryOptions } from './retry';

function reply(status: number, headers: HttpReply['headers'] = {}): HttpReply {
  return { status, headers, text: '' };
}

/** Answers with the given results one after the other and notes how long it was made to wait. */
function script(results: readonly (HttpReply | Error)[], retries = 8) {
  const waits: number[] = [];
  let calls = 0;
  const options: RetryOptions = {
    retries,
    onRetry: () => undefined,
    wait: async (delayMs) => void waits.push(delayMs),
    random: () => 1,
  };
  const attempt = async (): Promise<HttpReply> => {
    const result = results[calls++];
    if (result === undefined || result instanceof Error) throw result ?? new Error('asked too often');
    return result;
  };
  return { run: () => withRetries(attempt, options), waits, calls: () => calls };
}

function broken(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('withRetries()', () => {
  it('should not repeat what was stored', async () => {
    const upload = script([reply(201)]);
    expect(await upload.run()).toEqual({ kind: 'reply', reply: reply(201) });
    expect(upload.calls()).toBe(1);
  });

  it.each([408, 429, 502, 503, 504])('should repeat after %d', async (status) => {
    const upload = script([reply(status), reply(201)]);
    expect(await upload.run()).toMatchObject({ reply: { status: 201 } });
  });

  it.each([400, 401, 403, 404, 409, 413, 415, 422, 500])('should take %d for an answer', async (status) => {
    const upload = script([reply(status), reply(201)]);
    expect(await upload.run()).toMatchObject({ reply: { status } });
  });

  it('should repeat after a broken connection, waiting twice as long each time', async () => {
    const upload = script([broken('ECONNREFUSED'), broken('ECONNRESET'), broken('EPIPE'), reply(200)]);
    expect(await upload.run()).toMatchObject({ reply: { status: 200 } });
    expect(upload.waits).toEqual([500, 1000, 2000]);
  });

  it('should not repeat where waiting cannot help', async () => {
    const upload = script([broken('ENOTFOUND'), reply(201)]);
    expect(await upload.run()).toMatchObject({ kind: 'broken' });
  });

  it('should wait as long as the service asks, though not for ever', async () => {
    const upload = script([reply(503, { 'retry-after': '7' }), reply(503, { 'retry-after': '86400' }), reply(201)]);
    await upload.run();
    expect(upload.waits).toEqual([7000, 120_000]);
  });

  it('should give up after the given number of retries', async () => {
    const upload = script([reply(503), reply(503), reply(503), reply(201)], 2);
    expect(await upload.run()).toMatchObject({ reply: { status: 503 } });
    expect(upload.calls()).toBe(3);
  });
});

describe('retryAfterMs()', () => {
  const nowMs = Date.parse('2026-09-01T03:17:00Z');
  it.each([
    [undefined, 0],
    ['2', 2000],
    ['Tue, 01 Sep 2026 03:17:05 GMT', 5000],
    ['Tue, 01 Sep 2026 03:16:00 GMT', 0],
    ['soon', 0],
  ])('should read %p as %d ms', (header, expected) => {
    expect(retryAfterMs(header, nowMs)).toBe(expected);
  });
});
