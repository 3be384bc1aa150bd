/** What was painted: the name of a call with its arguments, and the styles that were set for it. */
export interface Painted {
  readonly call: string;
  readonly args: readonly unknown[];
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
}

export interface Recording {
  readonly context: CanvasRenderingContext2D;
  readonly painted: Painted[];
  /** The calls of one name. */
  readonly of: (call: string) => Painted[];
  readonly texts: () => string[];
}

/** A canvas that writes down what is painted; a character is six pixels wide. */
export function recordingContext(): Recording {
  const painted: Painted[] = [];
  const styles: Record<string, unknown> = {};
  const context = new Proxy(styles, {
    get: (_, name: string) => {
      if (name === 'measureText') return (text: string) => ({ width: text.length * 6 });
      if (name in styles) return styles[name];
      return (...args: unknown[]) => {
        painted.push({ call: name, args, fillStyle: styles['fillStyle'], strokeStyle: styles['strokeStyle'] });
      };
    },
    set: (_, name: string, value) => {
      styles[name] = value;
      return true;
    },
  });
  const of = (call: string): Painted[] => painted.filter((each) => each.call === call);
  return {
    context: context as unknown as CanvasRenderingContext2D,
    painted,
    of,
    texts: () => of('fillText').map(({ args }) => String(args[0])),
  };
}
