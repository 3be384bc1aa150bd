import { type HostStack } from './host-stack';
import { type HostVisitor } from './host-visitor';

/** What the suites of a Grafana version share; filled in before the first test. */
export interface TestContext {
  readonly version: string;
  readonly stack: HostStack;
  /** A new one for each test. */
  readonly visitor: HostVisitor;
}
