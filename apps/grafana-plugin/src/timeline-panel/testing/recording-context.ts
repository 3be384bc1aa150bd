/** What was done to a canvas: the method, its arguments, and what was set when it was called. */
export interface Drawn {
  readonly method: string;
  readonly args: readonly unknown[];
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly globalAlpha: number;
}

export interface RecordingContext {
  readonly context: CanvasRenderingContext2D;
  readonly calls: readonly Drawn[];
  /** The calls of one method. */
  of(method: string): readonly Drawn[];
}

const LETTER_PX = 6;

/** A canvas context that draws nothing and remembers everything; every letter is six pixels wide. */
export function makeRecordingContext(): RecordingContext {
  const calls: Drawn[] = [];
  const state: Record<string, unknown> = { fillStyle: '#000', strokeStyle: '#000', globalAlpha: 1, lineWidth: 1 };
  const record =
    (method: string) =>
    (...args: unknown[]): unknown => {
      const { fillStyle, strokeStyle, globalAlpha } = state;
      calls.push({ method, args, fillStyle, strokeStyle, globalAlpha: globalAlpha as number });
      if (method === 'measureText') return { width: String(args[0]).length * LETTER_PX };
      if (method === 'createPattern') return { setTransform: () => undefined };
      return undefined;
    };
  const context = new Proxy(state, {
    get: (target, key) => (Object.hasOwn(target, key) ? target[String(key)] : record(String(key))),
    set: (target, key, value) => {
      target[String(key)] = value;
      return true;
    },
  });
  return {
    context: context as unknown as CanvasRenderingContext2D,
    calls,
    of: (method) => calls.filter((call) => call.method === method),
  };
}
