import { type FrameClock, ViewStore } from './view-store';

const WHOLE = { from: 0, to: 1000 };

function makeClock(): FrameClock & { tick(ms: number): void; readonly waiting: number } {
  let now = 0;
  let next = 1;
  const callbacks = new Map<number, () => void>();
  return {
    request: (callback) => {
      callbacks.set(next, callback);
      return next++;
    },
    cancel: (handle) => void callbacks.delete(handle),
    now: () => now,
    tick: (ms) => {
      now += ms;
      const due = [...callbacks.values()];
      callbacks.clear();
      for (const callback of due) callback();
    },
    get waiting() {
      return callbacks.size;
    },
  };
}

const make = (isStill = false) => {
  const clock = makeClock();
  return { clock, store: new ViewStore(WHOLE, clock, () => isStill) };
};

describe('ViewStore', () => {
  it('should begin with everything, and tell who listens of changes', () => {
    const { store } = make();
    const listener = jest.fn();
    const unsubscribe = store.subscribe(listener);
    expect(store.get()).toEqual({ time: WHOLE, scrollTop: 0 });
    store.show({ from: 100, to: 200 });
    store.scrollTo(5);
    unsubscribe();
    store.scrollTo(6);
    expect(listener).toHaveBeenCalledTimes(2);
    expect(store.get()).toEqual({ time: { from: 100, to: 200 }, scrollTop: 6 });
  });

  it('should move there step by step, and arrive', () => {
    const { store, clock } = make();
    store.moveTo({ from: 500, to: 600 });
    clock.tick(50);
    expect(store.get().time.from).toBeGreaterThan(0);
    expect(store.get().time.from).toBeLessThan(500);
    clock.tick(500);
    expect(store.get().time).toEqual({ from: 500, to: 600 });
    expect(clock.waiting).toBe(0);
  });

  it('should stop moving when something else is shown, and when it is no longer needed', () => {
    const { store, clock } = make();
    store.moveTo({ from: 500, to: 600 });
    store.show({ from: 1, to: 2 });
    clock.tick(1000);
    expect(store.get().time).toEqual({ from: 1, to: 2 });
    store.moveTo({ from: 500, to: 600 });
    store.dispose();
    expect(clock.waiting).toBe(0);
  });

  it('should go there at once where people asked for less motion, or where it is already', () => {
    const { store, clock } = make(true);
    store.moveTo({ from: 500, to: 600 });
    expect(store.get().time).toEqual({ from: 500, to: 600 });
    const other = make();
    other.store.moveTo(WHOLE);
    expect([clock.waiting, other.clock.waiting]).toEqual([0, 0]);
  });

  it('should stay inside of the run', () => {
    const { store } = make(true);
    store.moveTo({ from: -500, to: -400 });
    expect(store.get().time).toEqual({ from: 0, to: 100 });
  });
});
