import { AttemptAssembler } from '@testmetrics/domain';
import type { SubunitEvent } from '@testmetrics/subunit';
import type { Output } from '../terminal/output';
import { formatOutcomeLine } from './outcome-line';
import type { StreamView } from './view';

/** Every record of a test, one line each, in the order in which they ended. */
export class OutcomesView implements StreamView {
  private readonly assembler: AttemptAssembler;

  constructor(output: Output) {
    this.assembler = new AttemptAssembler({ record: (record) => output.write(formatOutcomeLine(record)) });
  }

  onEvent(event: SubunitEvent): void {
    this.assembler.push(event);
  }

  onNoise(): void {
    // Text between packets belongs to no test.
  }

  onDamage(): void {
    // The exit status and the line on standard error tell.
  }

  end(): void {
    this.assembler.finish();
  }
}
