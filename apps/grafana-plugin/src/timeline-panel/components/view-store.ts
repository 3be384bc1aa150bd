import { between, clampViewport, type Viewport } from '../model/viewport';

/** What is shown: changed up to sixty times a second, so it is kept outside of React's state. */
export interface View {
  readonly time: Viewport;
  readonly scrollTop: number;
}

/** The clock of a screen. Tests give one of their own. */
export interface FrameClock {
  request(callback: () => void): number;
  cancel(handle: number): void;
  now(): number;
}

const MOVE_MS = 220;

/** The view, who listens to it, and its movement to another place. */
export class ViewStore {
  #view: View;
  readonly #listeners = new Set<() => void>();
  #moving: number | null = null;

  constructor(
    readonly whole: Viewport,
    private readonly clock: FrameClock,
    /** People who asked their system for less motion get none. */
    private readonly isStill: () => boolean,
  ) {
    this.#view = { time: whole, scrollTop: 0 };
  }

  get(): View {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  show(time: Viewport): void {
    this.#stop();
    this.#set({ ...this.#view, time: clampViewport(time, this.whole) });
  }

  scrollTo(scrollTop: number): void {
    this.#set({ ...this.#view, scrollTop });
  }

  /** Shows another time, with a movement that lets the eye follow. */
  moveTo(target: Viewport): void {
    const to = clampViewport(target, this.whole);
    if (this.isStill()) {
      this.show(to);
      return;
    }
    this.#stop();
    const from = this.#view.time;
    if (from.from === to.from && from.to === to.to) return;
    const started = this.clock.now();
    const step = (): void => {
      const done = Math.min(1, (this.clock.now() - started) / MOVE_MS);
      this.#moving = done < 1 ? this.clock.request(step) : null;
      this.#set({ ...this.#view, time: between(from, to, done) });
    };
    this.#moving = this.clock.request(step);
  }

  /** Ends what is moving; the listeners stay. */
  dispose(): void {
    this.#stop();
  }

  #stop(): void {
    if (this.#moving !== null) this.clock.cancel(this.#moving);
    this.#moving = null;
  }

  #set(view: View): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}

export function screenClock(): FrameClock {
  return {
    request: (callback) => window.requestAnimationFrame(callback),
    cancel: (handle) => window.cancelAnimationFrame(handle),
    now: () => performance.now(),
  };
}

export function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
