import { fitText, type Keep } from './fit-text';

export interface TextFitter {
  readonly fit: (text: string, width: number, keep: Keep) => string;
  readonly measure: (text: string) => number;
}

const MAX_REMEMBERED = 4000;

/** Fits text of one font, and remembers it: the same names are drawn sixty times a second. */
export function makeTextFitter(context: CanvasRenderingContext2D, font: string): TextFitter {
  const fitted = new Map<string, string>();
  const widths = new Map<string, number>();
  const measure = (text: string): number =>
    remember(widths, text, () => {
      context.font = font;
      return context.measureText(text).width;
    });
  return {
    measure,
    fit: (text, width, keep) =>
      remember(fitted, `${keep} ${Math.floor(width)} ${text}`, () => {
        context.font = font;
        return fitText(text, Math.floor(width), (part) => context.measureText(part).width, keep);
      }),
  };
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MAX_REMEMBERED) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
