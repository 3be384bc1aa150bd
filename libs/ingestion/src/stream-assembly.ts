import { AttemptAssembler, AttemptCollector, isFailing } from '@testmetrics/domain';
import type { AttemptRecord, AttemptSink } from '@testmetrics/domain';
import type { Damage, DecoderSink, SubunitEvent } from '@testmetrics/subunit';
import { FailureCapture } from './failure-capture';
import type { IngestLimits } from './limits';
import { RunFiles } from './run-files';
import { AttachmentSpool } from './spool/attachment-spool';
import { UploadError } from './upload-error';

const MAX_FILES_PER_ATTEMPT = 1000;
const MAX_DAMAGE_KEPT = 100;
/** The name under which text between packets is kept, as the reference's tools call it. */
const NOISE_NAME = 'stdout';

export interface SpoolPlace {
  readonly directory: string;
  /** Bytes of attachments kept in memory before a file is begun. */
  readonly memoryBytes: number;
}

/** Takes what the decoder finds in a run's stream and holds what will be stored of it: columns of numbers, and a spool for files. */
export class StreamAssembly implements DecoderSink {
  readonly collector = new AttemptCollector();
  readonly spool: AttachmentSpool;
  readonly files: RunFiles;
  readonly damage: Damage[] = [];
  damageCount = 0;
  events = 0;
  noiseBytes = 0;
  private readonly captures = new FailureCapture();
  private readonly assembler: AttemptAssembler;

  constructor(
    private readonly limits: IngestLimits,
    { directory, memoryBytes }: SpoolPlace,
  ) {
    this.spool = new AttachmentSpool(directory, { totalBytes: limits.attachmentBytesPerRun, memoryBytes });
    this.files = new RunFiles(this.spool, limits);
    this.assembler = new AttemptAssembler(this.sink(), {
      existsInProgress: 'ignored',
      maxDetails: MAX_FILES_PER_ATTEMPT,
    });
  }

  onEvent(event: SubunitEvent): void {
    this.events += 1;
    if (event.testId === null && event.fileName !== null && event.fileBytes !== null && event.fileBytes.length > 0) {
      const name = event.routeCode === null ? event.fileName : `${event.routeCode}/${event.fileName}`;
      this.files.appendRunFile(name, event.mimeType, event.fileBytes);
    }
    this.assembler.push(event);
  }

  onNoise(bytes: Uint8Array): void {
    this.noiseBytes += bytes.length;
    this.files.appendRunFile(NOISE_NAME, null, bytes);
  }

  onDamage(damage: Damage): void {
    this.damageCount += 1;
    if (this.damage.length < MAX_DAMAGE_KEPT) this.damage.push(damage);
  }

  /**
   * Called now and then while the stream comes in.
   *
   * @throws {UploadError} where the run outgrew a limit, or the disk is full
   */
  async settle(): Promise<void> {
    this.checkLimits();
    await this.spool.drain();
  }

  /** The stream is over. */
  finish(): void {
    this.assembler.finish();
    this.checkLimits();
  }

  private sink(): AttemptSink {
    return {
      record: (record) => this.addRecord(record),
      content: (record, detail, bytes) => {
        this.files.append(record, detail, bytes);
        this.captures.listen(record, detail, bytes);
      },
    };
  }

  private addRecord(record: AttemptRecord): void {
    if (record.droppedBytes > 0) this.spool.lose(record.droppedBytes);
    const message = isFailing(record.status) ? this.captures.take(record) : null;
    this.captures.drop(record);
    const collected = this.collector.add(record, message);
    if (collected.kind === 'attempt') this.files.assign(record, collected.attempt);
    else this.files.assignToRun(record);
  }

  private checkLimits(): void {
    const { tests, textCharacters } = this.limits;
    if (this.collector.attemptCount + this.assembler.openCount > tests) throw tooManyTests(tests);
    if (this.collector.characters + this.assembler.openCharacters > textCharacters) throw tooMuchText(textCharacters);
  }
}

function tooManyTests(limit: number): UploadError {
  return new UploadError('too_many_tests', 'This run has too many tests.', {
    status: 413,
    expected: `at most ${limit} tests a run, every attempt counted`,
    found: `more than ${limit}`,
    action: 'post the parts of the run separately; operators: raise TESTMETRICS_MAX_TESTS',
  });
}

function tooMuchText(limit: number): UploadError {
  return new UploadError('too_much_text', 'The ids and tags of this run are too long.', {
    status: 413,
    expected: `at most ${limit} characters of test ids, tags and file names a run`,
    found: `more than ${limit}`,
    action: 'post the parts of the run separately; operators: raise TESTMETRICS_MAX_TEXT',
  });
}
