import { AppError } from '@testmetrics/runtime';

/** Lets so many uploads in at a time; the others are asked to come again, so that nothing queues in memory. */
export class UploadSlots {
  private taken = 0;

  constructor(private readonly slots: number) {}

  get inUse(): number {
    return this.taken;
  }

  /**
   * Takes a slot.
   *
   * @returns what gives it back; a second call does nothing
   * @throws {AppError} 503 where none is free
   */
  take(): () => void {
    if (this.taken >= this.slots) throw this.full();
    this.taken += 1;
    let isBack = false;
    return () => {
      if (!isBack) this.taken -= 1;
      isBack = true;
    };
  }

  private full(): AppError {
    return new AppError('too_many_uploads', 'The service is taking as many uploads as it can; this one was not read.', {
      status: 503,
      retryAfterSeconds: 1 + Math.floor(Math.random() * 4),
      expected: `at most ${this.slots} uploads at a time`,
      found: `${this.taken} in progress`,
      action: 'send the same request again after the seconds in Retry-After',
    });
  }
}
