import { AttemptAssembler } from '@testmetrics/domain';
import type { StreamItem } from '@testmetrics/subunit';
import type { Output } from '../terminal/output';
import { formatOutcomeLine } from './outcome-line';
import type { StreamView } from './view';

/** Every record of a test, one line each, in the order in which they ended. */
export class OutcomesView implements StreamView {
  private waiting: Promise<void> | undefined;
  private readonly assembler = new AttemptAssembler({
    record: (record) => {
      this.waiting = this.output.write(formatOutcomeLine(record)) ?? this.waiting;
    },
  });

  constructor(private readonly output: Output) {}

  item(item: StreamItem): Promise<void> | undefined {
    if (item.kind !== 'event') return undefined;
    this.assembler.push(item.event);
    return this.takeWaiting();
  }

  async end(): Promise<void> {
    this.assembler.finish();
    await this.takeWaiting();
  }

  private takeWaiting(): Promise<void> | undefined {
    const { waiting } = this;
    this.waiting = undefined;
    return waiting;
  }
}
