import { InFlight, openAsker, shareQuestions } from '@testmetrics/answers';
import type { Asker, OpenAsker, SharingAsker } from '@testmetrics/answers';
import type { DatabaseGate } from './database-gate';

/** The way of questions to the database: connections of their own, so that they never take those that store runs. */
export class ReadGate {
  private opening: Promise<OpenAsker> | null = null;
  private sharing: SharingAsker | null = null;
  private readonly replies = new InFlight();

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
    const asker = await this.opening;
    this.sharing ??= shareQuestions(asker);
    return this.sharing;
  }

  /** What takes long to make of an answer is made once for all who want it at the same time: give the request's URL. */
  share<T>(url: string, reply: () => Promise<T>): Promise<T> {
    return this.replies.share(url, reply);
  }

  /** A run was stored: who asks from now on sees it. */
  forget(): void {
    this.replies.forget();
    this.sharing?.forget();
  }

  async close(): Promise<void> {
    const asker = await this.opening?.catch(() => null);
    await asker?.close();
  }
}
