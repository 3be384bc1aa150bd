import type { SubunitEvent } from '@testmetrics/subunit';
import type { AttemptRecord, AttemptSink, Detail } from './attempt-record';

export interface AttemptAssemblerOptions {
  /** What `exists` does to a test in progress: ends its record as testtools does, or nothing. Default `ends`. */
  readonly existsInProgress?: 'ends' | 'ignored';
  /** Files kept an attempt; of further ones only the bytes are counted. Default: no limit. */
  readonly maxDetails?: number;
}

const NO_DETAILS: ReadonlyMap<string, Detail> = new Map();
const NO_TAGS: readonly string[] = [];
/** Routes kept for their next test: a parallel run has a handful, a hostile stream a new one a packet. */
const MAX_IDLE_ROUTES = 256;

/**
 * Joins the events of a stream to one record an attempt, exactly as testtools' `StreamToDict` does.
 *
 * Holds only the tests in progress. A test is known by its id and route code; any status but `inprogress`
 * ends the record, so a test that is listed and then run, or run again, gives a record each time.
 */
export class AttemptAssembler {
  private readonly routes = new Map<string | null, Map<string, AttemptRecord>>();
  private readonly existsIgnored: boolean;
  private readonly maxDetails: number;
  private sequence = 0;
  private open = 0;
  private openText = 0;

  constructor(
    private readonly sink: AttemptSink,
    { existsInProgress = 'ends', maxDetails = Infinity }: AttemptAssemblerOptions = {},
  ) {
    this.existsIgnored = existsInProgress === 'ignored';
    this.maxDetails = maxDetails;
  }

  /** Tests in progress. */
  get openCount(): number {
    return this.open;
  }

  /** Characters of ids, tags and file names held for the tests in progress, for whoever limits memory. */
  get openCharacters(): number {
    return this.openText;
  }

  push(event: SubunitEvent): void {
    const { testId } = event;
    if (testId === null) return;
    const route = this.routeOf(event.routeCode);
    const known = route.get(testId);
    const record = known ?? this.begin(testId, event);
    const ends = this.update(record, event);
    if (!ends) {
      if (known === undefined) this.keep(route, record);
      return;
    }
    this.release(record);
    if (known !== undefined) this.forget(route, record);
    this.sink.record(record);
  }

  /** The stream is over: reports what is still in progress, newest first, as never ended. */
  finish(): void {
    const unfinished = [...this.routes.values()].flatMap((route) => [...route.values()]);
    this.routes.clear();
    this.open = 0;
    this.openText = 0;
    unfinished.sort((a, b) => b.sequence - a.sequence);
    for (const record of unfinished) {
      record.stopMicros = null;
      this.sink.record(record);
    }
  }

  private routeOf(routeCode: string | null): Map<string, AttemptRecord> {
    const known = this.routes.get(routeCode);
    if (known !== undefined) return known;
    const route = new Map<string, AttemptRecord>();
    this.routes.set(routeCode, route);
    return route;
  }

  private begin(testId: string, { routeCode, timestampMicros }: SubunitEvent): AttemptRecord {
    this.openText += testId.length;
    return {
      testId,
      routeCode,
      sequence: this.sequence++,
      status: 'unknown',
      startMicros: timestampMicros,
      stopMicros: null,
      lastSeenMicros: null,
      tags: NO_TAGS,
      details: NO_DETAILS,
      droppedBytes: 0,
      handle: -1,
    };
  }

  /** @returns whether the event ends the record */
  private update(record: AttemptRecord, event: SubunitEvent): boolean {
    const { status, tags, timestampMicros } = event;
    record.stopMicros = timestampMicros;
    if (timestampMicros !== null) record.lastSeenMicros = timestampMicros;
    if (tags !== null) this.replaceTags(record, tags);
    if (event.fileName !== null && event.fileBytes !== null && event.fileBytes.length > 0) {
      this.append(record, event.fileName, event.mimeType, event.fileBytes);
    }
    if (status === null) return false;
    if (status === 'exists' && this.existsIgnored && record.status === 'inprogress') return false;
    record.status = status;
    return status !== 'inprogress';
  }

  private replaceTags(record: AttemptRecord, tags: readonly string[]): void {
    this.openText += characters(tags) - characters(record.tags);
    record.tags = tags;
  }

  private append(record: AttemptRecord, fileName: string, mimeType: string | null, bytes: Uint8Array): void {
    const detail = record.details.get(fileName) ?? this.addDetail(record, fileName, mimeType);
    if (detail === null) {
      record.droppedBytes += bytes.length;
      return;
    }
    detail.size += bytes.length;
    detail.chunks += 1;
    this.sink.content?.(record, detail, bytes);
  }

  private addDetail(record: AttemptRecord, fileName: string, mimeType: string | null): Detail | null {
    if (record.details.size >= this.maxDetails) return null;
    const detail: Detail = { fileName, mimeType, size: 0, chunks: 0, handle: -1 };
    const details = record.details === NO_DETAILS ? new Map<string, Detail>() : (record.details as Map<string, Detail>);
    details.set(fileName, detail);
    record.details = details;
    this.openText += fileName.length;
    return detail;
  }

  private keep(route: Map<string, AttemptRecord>, record: AttemptRecord): void {
    route.set(record.testId, record);
    this.open += 1;
  }

  private forget(route: Map<string, AttemptRecord>, record: AttemptRecord): void {
    route.delete(record.testId);
    this.open -= 1;
    if (route.size === 0 && this.routes.size > MAX_IDLE_ROUTES) this.routes.delete(record.routeCode);
  }

  private release(record: AttemptRecord): void {
    this.openText -= record.testId.length + characters(record.tags);
    for (const fileName of record.details.keys()) this.openText -= fileName.length;
  }
}

function characters(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) sum += text.length;
  return sum;
}
