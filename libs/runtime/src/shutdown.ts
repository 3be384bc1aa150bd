import type { Logger } from './logger';

type Step = () => Promise<void> | void;

export interface ShutdownOptions {
  readonly logger: Logger;
  /** How long all steps together may take before the process ends anyway. Default 30 s. */
  readonly timeoutMs?: number;
  /** Ends the process; tests put their own here. */
  readonly exit?: (code: number) => void;
}

/**
 * Ends a process in good order: the steps run once, the last one registered first, each after the one before.
 *
 * A second signal, or the end of the time allowed, ends the process at once with status 1.
 */
export class Shutdown {
  private readonly steps: { readonly name: string; readonly run: Step }[] = [];
  private running: Promise<void> | null = null;
  private readonly logger: Logger;
  private readonly timeoutMs: number;
  private readonly exit: (code: number) => void;

  constructor({ logger, timeoutMs = 30_000, exit = (code) => process.exit(code) }: ShutdownOptions) {
    this.logger = logger;
    this.timeoutMs = timeoutMs;
    this.exit = exit;
  }

  /** Registers what undoes something that was just started. */
  add(name: string, run: Step): void {
    this.steps.push({ name, run });
  }

  /** Runs the steps on SIGTERM and SIGINT, then ends the process with status 0. */
  listen(): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => this.onSignal(signal));
    }
  }

  /** Runs the steps; a step that fails is logged and does not keep the others from running. */
  run(): Promise<void> {
    this.running ??= this.runSteps();
    return this.running;
  }

  private onSignal(signal: string): void {
    if (this.running !== null) {
      this.exit(1);
      return;
    }
    this.logger.info({ signal }, 'shutting down');
    const timer = setTimeout(() => {
      this.logger.error({ timeoutMs: this.timeoutMs }, 'shutdown took too long');
      this.exit(1);
    }, this.timeoutMs);
    timer.unref();
    void this.run().then(() => this.exit(0));
  }

  private async runSteps(): Promise<void> {
    for (const { name, run } of [...this.steps].reverse()) {
      try {
        await run();
      } catch (err) {
        this.logger.error({ err, step: name }, 'a step of the shutdown failed');
      }
    }
  }
}
