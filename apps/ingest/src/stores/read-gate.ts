import { openAsker } from '@testmetrics/answers';
import type { Asker, OpenAsker } from '@testmetrics/answers';
import type { DatabaseGate } from './database-gate';

/** The way of questions to the database: connections of their own, so that they never take those that store runs. */
export class ReadGate {
  private opening: Promise<OpenAsker> | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly gate: DatabaseGate,
  ) {}

  /** Errors as of `DatabaseGate.stores()`. */
  async asker(): Promise<Asker> {
    await this.gate.stores();
    this.opening ??= openAsker(this.databaseUrl).catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  async close(): Promise<void> {
    const asker = await this.opening?.catch(() => null);
    await asker?.close();
  }
}
