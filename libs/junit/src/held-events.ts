import type { SubunitEvent } from '@testmetrics/subunit';
import type { EventSink } from './attempt-events';

/** Bytes of files held back of one test. */
const MAX_HELD_BYTES = 1024 * 1024;

/** Holds the events of reruns back until the attempt before them has ended, which reports tell only afterwards. */
export class HeldEvents implements EventSink {
  private events: SubunitEvent[] = [];
  private bytes = 0;
  private isPassing = false;

  constructor(private readonly sink: EventSink) {}

  /** More is held than should be. */
  get isFull(): boolean {
    return this.bytes > MAX_HELD_BYTES;
  }

  get isEmpty(): boolean {
    return this.events.length === 0;
  }

  emit(event: SubunitEvent): void {
    if (this.isPassing) {
      this.sink.emit(event);
      return;
    }
    this.events.push(event);
    this.bytes += event.fileBytes?.length ?? 0;
  }

  /** Gives on what is held, and from now on everything at once. */
  release(): void {
    this.isPassing = true;
    this.bytes = 0;
    for (const event of this.events) this.sink.emit(event);
    this.events = [];
  }
}
