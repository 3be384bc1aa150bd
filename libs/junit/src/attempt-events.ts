import type { Status, SubunitEvent } from '@testmetrics/subunit';
import type { AttemptTimes } from './report-clock';
import { TextPieces } from './text-pieces';

/** Takes the events of a test in their order. */
export interface EventSink {
  emit(event: SubunitEvent): void;
}

export const TRACEBACK_TYPE = 'text/x-traceback; charset="utf8"';
export const TEXT_TYPE = 'text/plain; charset="utf8"';

/** A file that is being written; its text may come in any number of pieces. */
export interface OpenFile {
  add(text: string): void;
  finish(): void;
}

/** The events of the attempts of one test: begin, files, end, and again. */
export class AttemptEvents {
  private isOpen = false;
  private stopMicros: number | null = null;
  private names = new Map<string, number>();

  constructor(
    private readonly testId: string,
    private readonly tags: readonly string[] | null,
    private readonly sink: EventSink,
  ) {}

  /** An attempt has begun and not ended. */
  get open(): boolean {
    return this.isOpen;
  }

  begin({ startMicros, stopMicros }: AttemptTimes): void {
    this.isOpen = true;
    this.stopMicros = stopMicros;
    this.names = new Map();
    this.emit({ status: 'inprogress', tags: this.tags, timestampMicros: startMicros });
  }

  end(status: Status): void {
    this.isOpen = false;
    this.emit({ status, tags: this.tags, timestampMicros: this.stopMicros });
  }

  /** A file of the attempt; a second `traceback` becomes `traceback-1`. */
  file(name: string, mimeType: string): OpenFile {
    const count = this.names.get(name) ?? 0;
    this.names.set(name, count + 1);
    return this.write(count === 0 ? name : `${name}-${count}`, mimeType);
  }

  /** What comes again under this name is added to the file. */
  output(name: string): OpenFile {
    return this.write(name, TEXT_TYPE);
  }

  private write(fileName: string, mimeType: string): OpenFile {
    return new TextPieces((fileBytes, eof) => this.emit({ fileName, mimeType, fileBytes, eof }));
  }

  private emit(event: Partial<SubunitEvent>): void {
    this.sink.emit({ ...EMPTY_EVENT, testId: this.testId, ...event });
  }
}

export const EMPTY_EVENT: SubunitEvent = {
  testId: null,
  status: null,
  tags: null,
  runnable: true,
  fileName: null,
  fileBytes: null,
  mimeType: null,
  eof: false,
  routeCode: null,
  timestampMicros: null,
};
