import { updateCrc } from '../crc32';
import { isGzip } from '../detect-format';
import type { Damage, DamageCode } from '../stream-item';
import { skipGzipHeader } from './gzip-header';
import { inflateMember, type MemberResult } from './inflate-member';
import { InputQueue } from './input-queue';
import { SizeLimitError } from './size-limit-error';

const TRAILER_BYTES = 8;

export interface GunzipOptions {
  /** Told at most once, at the end: where the expanded stream breaks off and why. Its length is 0. */
  readonly onDamage?: (damage: Damage) => void;
  /** Of the expanded stream; unlimited by default. */
  readonly maxBytes?: number;
}

/**
 * Expands a stream that begins with the gzip magic, and passes any other through as it is.
 *
 * Any number of members, with zero padding behind them. What was good before a cut, corrupt data or trailing bytes is
 * given out; what is wrong goes to `onDamage`.
 *
 * @throws SizeLimitError where it expands to more than `maxBytes`
 */
export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  options: GunzipOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { maxBytes = Number.POSITIVE_INFINITY, onDamage } = options;
  const input = new InputQueue(source);
  let length = 0;
  try {
    const chunks = isGzip(await input.peekAtLeast(2))
      ? expand(input, (code, message) => onDamage?.({ offset: length, length: 0, code, message }))
      : passThrough(input);
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > maxBytes) throw new SizeLimitError(maxBytes);
      yield chunk;
    }
  } finally {
    await input.close();
  }
}

type Report = (code: DamageCode, message: string) => void;

async function* passThrough(input: InputQueue): AsyncGenerator<Uint8Array, void, undefined> {
  for (let chunk = await input.peek(); chunk.length > 0; chunk = await input.peek()) {
    input.skip(chunk.length);
    yield chunk;
  }
}

async function* expand(input: InputQueue, report: Report): AsyncGenerator<Uint8Array, void, undefined> {
  for (let member = 1; ; member++) {
    const header = await skipGzipHeader(input);
    if (header !== 'ok') return reportResult(report, header, member, 'header');
    const fault = yield* expandMember(input);
    if (fault !== null) return reportResult(report, fault.result, member, fault.what);
    const rest = await skipPadding(input);
    if (rest.length === 0) return;
    if (!isGzip(await input.peekAtLeast(2))) return reportTrailing(input, report);
  }
}

interface Fault {
  readonly result: Exclude<MemberResult, 'ok'>;
  readonly what: string;
}

async function* expandMember(input: InputQueue): AsyncGenerator<Uint8Array, Fault | null, undefined> {
  let register = -1;
  let length = 0;
  const inflated = inflateMember(input);
  let step = await inflated.next();
  while (step.done !== true) {
    register = updateCrc(register, step.value, 0, step.value.length);
    length += step.value.length;
    yield step.value;
    step = await inflated.next();
  }
  if (step.value !== 'ok') return { result: step.value, what: 'data' };
  const trailer = await input.peekAtLeast(TRAILER_BYTES);
  if (trailer.length < TRAILER_BYTES) return { result: 'truncated', what: 'checksum' };
  input.skip(TRAILER_BYTES);
  const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER_BYTES);
  const isRight = view.getUint32(0, true) === ~register >>> 0 && view.getUint32(4, true) === length % 2 ** 32;
  return isRight ? null : { result: 'corrupt', what: 'checksum or length' };
}

/** Tapes and some tools fill up with zero bytes. */
async function skipPadding(input: InputQueue): Promise<Uint8Array> {
  let rest = await input.peek();
  while (rest[0] === 0) {
    let zeros = 1;
    while (rest[zeros] === 0) zeros++;
    input.skip(zeros);
    rest = await input.peek();
  }
  return rest;
}

function reportResult(report: Report, result: Fault['result'], member: number, what: string): void {
  if (result === 'truncated') {
    report('gzip_truncated', `gzip member ${member}: expected more of its ${what}, found the end of the input`);
  } else {
    report('gzip_corrupt', `gzip member ${member}: expected a right ${what}, found another`);
  }
}

async function reportTrailing(input: InputQueue, report: Report): Promise<void> {
  let length = 0;
  for await (const chunk of passThrough(input)) length += chunk.length;
  report('gzip_trailing', `gzip: expected the end or another member, found ${length} other bytes, which were left out`);
}
