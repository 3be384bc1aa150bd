import type { Asker, Row } from './asker';
import { shareQuestions } from './share-questions';

const RANGE = { sinceMicros: 0, untilMicros: 1 };
const JOBS = { kind: 'jobs' } as const;

/** Answers when it is told to. */
class SlowAsker {
  readonly waiting: { resolve(rows: readonly Row[]): void; reject(error: Error): void }[] = [];
  readonly asker = {
    ask: () => this.wait(),
    complete: () => this.wait(),
    nowMicros: () => 7,
  } as unknown as Asker;

  private wait(): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }
}

describe('shareQuestions()', () => {
  it('should ask once what several ask at the same time, and again what is asked later', async () => {
    const { asker, waiting } = new SlowAsker();
    const shared = shareQuestions(asker);
    const both = [shared.ask(JOBS, RANGE), shared.ask({ ...JOBS }, { ...RANGE })];
    expect(waiting).toHaveLength(1);
    waiting[0]!.resolve([{ a: 1 }]);
    expect(await Promise.all(both)).toEqual([[{ a: 1 }], [{ a: 1 }]]);
    void shared.ask(JOBS, RANGE);
    expect(waiting).toHaveLength(2);
  });

  it('should keep apart what differs', () => {
    const { asker, waiting } = new SlowAsker();
    const shared = shareQuestions(asker);
    void shared.ask(JOBS, RANGE);
    void shared.ask(JOBS, { ...RANGE, untilMicros: 2 });
    void shared.ask({ ...JOBS, limit: 1 }, RANGE);
    void shared.ask(JOBS, RANGE, { after: null });
    void shared.complete({ of: 'jobs' }, RANGE);
    expect(waiting).toHaveLength(5);
  });

  it('should not answer who asks after a run was stored with what was asked before', async () => {
    const { asker, waiting } = new SlowAsker();
    const shared = shareQuestions(asker);
    const before = shared.ask(JOBS, RANGE);
    shared.forget();
    const after = shared.ask(JOBS, RANGE);
    expect(waiting).toHaveLength(2);
    waiting[0]!.resolve([]);
    await before;
    const third = shared.ask(JOBS, RANGE);
    expect(waiting).toHaveLength(2);
    waiting[1]!.resolve([{ a: 2 }]);
    expect(await Promise.all([after, third])).toEqual([[{ a: 2 }], [{ a: 2 }]]);
  });

  it('should tell all of an error, and ask again afterwards', async () => {
    const { asker, waiting } = new SlowAsker();
    const shared = shareQuestions(asker);
    const both = [shared.ask(JOBS, RANGE), shared.ask(JOBS, RANGE)];
    waiting[0]!.reject(new Error('away'));
    for (const one of both) await expect(one).rejects.toThrow('away');
    void shared.ask(JOBS, RANGE).catch(() => undefined);
    expect(waiting).toHaveLength(2);
  });
});
