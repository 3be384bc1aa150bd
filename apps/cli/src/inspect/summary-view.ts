import { AttemptAssembler, AttemptCollector, buildTests } from '@testmetrics/domain';
import type { AttemptRecord, Detail } from '@testmetrics/domain';
import type { Damage, SubunitEvent } from '@testmetrics/subunit';
import type { Output } from '../terminal/output';
import { FailureExcerpts } from './failure-excerpts';
import { summarize } from './summary';
import type { Summary } from './summary';
import type { StreamFacts, StreamView } from './view';

const MAX_DAMAGE = 100;

/** Reads the whole stream, keeps numbers a test and a line a failure, and prints one summary at the end. */
export class SummaryView implements StreamView {
  private readonly collector = new AttemptCollector();
  private readonly excerpts = new FailureExcerpts();
  private readonly listed = new Set<string>();
  private readonly damage: Damage[] = [];
  // A test that is announced again while it runs is still running.
  private readonly assembler = new AttemptAssembler(this, { existsInProgress: 'ignored' });

  constructor(
    private readonly output: Output,
    private readonly format: (summary: Summary) => string,
  ) {}

  onEvent(event: SubunitEvent): void {
    this.assembler.push(event);
  }

  onNoise(): void {
    // Counted by whoever reads the stream.
  }

  onDamage(damage: Damage): void {
    if (this.damage.length < MAX_DAMAGE) this.damage.push(damage);
  }

  record(record: AttemptRecord): void {
    if (record.status === 'exists') this.listed.add(record.testId);
    this.collector.add(record, this.excerpts.take(record));
  }

  content(record: AttemptRecord, detail: Detail, bytes: Uint8Array): void {
    this.excerpts.add(record, detail, bytes);
  }

  end(facts: StreamFacts): void {
    this.assembler.finish();
    for (const id of this.collector.ids) this.listed.delete(id);
    const summary = summarize(facts, {
      tests: [...buildTests(this.collector)],
      listedOnly: this.listed.size,
      runnerFailed: this.collector.runnerFailed,
      damage: this.damage,
    });
    this.output.write(this.format(summary));
  }
}
