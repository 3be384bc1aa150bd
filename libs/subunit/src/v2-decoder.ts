import { ByteWindow } from './byte-window';
import type { DecoderSink, StreamDecoder } from './decoder-sink';
import type { SubunitEvent } from './event';
import { SIGNATURE } from './packet-format';
import { PacketProbe } from './packet-probe';
import { plainBytes } from './plain-bytes';
import type { DamageCode } from './stream-item';
import { continuesCharacter } from './utf8-position';

/** So many bytes before a signature tell whether it stands inside a character. */
const TEXT_MEMORY = 3;

interface OpenDamage {
  readonly offset: number;
  readonly code: DamageCode;
  readonly message: string;
  /** Stream offset at which it ends unless a good packet comes before. */
  end: number;
}

/**
 * Finds the packets of a version 2 stream, whatever lies between them.
 *
 * Every signature byte is tried. Where no good packet starts there, decoding resumes one byte further, so that nothing
 * intact is lost however long the claim was; the stretch up to the next good packet, at most as long as claimed, is
 * reported as damage. A signature byte inside a UTF-8 character is text unless a packet with a right checksum starts there.
 *
 * Each byte is part of exactly one event, noise or damage, whatever the chunks. Holds back at most one packet
 * (4,194,303 bytes). Time is linear in the input.
 */
export class V2Decoder implements StreamDecoder {
  private readonly window = new ByteWindow();
  private readonly probe = new PacketProbe(this.window);
  private damage: OpenDamage | null = null;
  /** Window index of the first byte that is neither part of a packet nor reported. */
  private pendingFrom = 0;
  /** The last bytes of text that were already reported, for characters that span chunks. */
  private textBefore: number[] = [];
  private isLast = false;

  constructor(private readonly sink: DecoderSink) {}

  /** Stream offset up to which everything is decided; a packet may begin at the byte there. */
  get decidedUpTo(): number {
    return this.window.offset + this.window.start;
  }

  push(chunk: Uint8Array): void {
    this.window.append(plainBytes(chunk));
    this.scan();
  }

  end(): void {
    this.isLast = true;
    this.scan();
    this.closeDamage(this.window.offset + this.window.end);
  }

  private scan(): void {
    const { window, probe } = this;
    const { bytes, end } = window;
    let at = window.start;
    this.pendingFrom = at;
    while (at < end) {
      if (bytes[at] !== SIGNATURE) {
        const found = bytes.indexOf(SIGNATURE, at);
        at = found === -1 || found >= end ? end : found;
        continue;
      }
      const verdict = probe.probe(at, this.isLast);
      if (verdict === 'incomplete') break;
      if (verdict === 'packet') {
        this.deliver(at);
        at = probe.next;
      } else {
        this.reject(at);
        at++;
      }
    }
    this.flushBefore(at);
    window.keepFrom(at);
  }

  private deliver(at: number): void {
    this.flushBefore(at);
    this.closeDamage(this.window.offset + at);
    if (this.textBefore.length > 0) this.textBefore = [];
    this.pendingFrom = this.probe.next;
    this.sink.onEvent(this.probe.event as SubunitEvent, this.window.offset + at);
  }

  /** No packet starts here: the byte is text, or damage begins or goes on. */
  private reject(at: number): void {
    const { offset } = this.window;
    const { code, describe, next } = this.probe;
    if (this.damage !== null && offset + at <= this.damage.end) {
      this.damage.end = Math.max(this.damage.end, offset + next);
      return;
    }
    if (this.isInsideCharacter(at)) return;
    this.flushBefore(at);
    this.textBefore.length = 0;
    this.damage = { offset: offset + at, code, message: describe(), end: offset + next };
  }

  private isInsideCharacter(at: number): boolean {
    const { bytes } = this.window;
    const textFrom = this.textStart(at);
    if (at - textFrom >= TEXT_MEMORY) return continuesCharacter(bytes, textFrom, at);
    const before = textFrom === this.pendingFrom ? this.textBefore : [];
    const text = [...before, ...bytes.subarray(textFrom, at), SIGNATURE];
    return continuesCharacter(text, 0, text.length - 1);
  }

  /** Where the text that ends at `at` begins in the window: after the last packet and after damage. */
  private textStart(at: number): number {
    if (this.damage === null) return this.pendingFrom;
    return Math.min(at, Math.max(this.pendingFrom, this.damage.end - this.window.offset));
  }

  /**
   * Reports the bytes up to `at` that are noise; those inside damage are not.
   *
   * Damage that ends right at `at` stays open: it may go on in the next chunk.
   */
  private flushBefore(at: number): void {
    const { bytes, offset } = this.window;
    const from = this.textStart(at);
    if (from < at) {
      if (this.damage !== null) this.closeDamage(this.damage.end);
      if (from !== this.pendingFrom) this.textBefore.length = 0;
      this.rememberText(from, at);
      this.sink.onNoise(bytes.subarray(from, at), offset + from);
    }
    this.pendingFrom = at;
  }

  private rememberText(from: number, to: number): void {
    const { bytes } = this.window;
    for (let at = Math.max(from, to - TEXT_MEMORY); at < to; at++) this.textBefore.push(bytes[at] as number);
    if (this.textBefore.length > TEXT_MEMORY) this.textBefore.splice(0, this.textBefore.length - TEXT_MEMORY);
  }

  /** @param end - stream offset of the next good byte, if that comes before the damage's own end */
  private closeDamage(end: number): void {
    if (this.damage === null) return;
    const { offset, code, message } = this.damage;
    const length = Math.min(end, this.damage.end) - offset;
    this.damage = null;
    this.sink.onDamage({ offset, length, code, message });
  }
}
