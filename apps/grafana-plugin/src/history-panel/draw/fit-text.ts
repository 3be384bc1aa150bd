export type Measure = (text: string) => number;
export type Keep = 'start' | 'middle' | 'end';

const ELLIPSIS = '…';
/** More than any panel is wide; measuring text of a name of thousands of characters takes its time. */
const MAX_CHARACTERS = 400;

/** The text, or as much of it as is not wider; nothing where not even one character has room. */
export function fitText(text: string, width: number, measure: Measure, keep: Keep): string {
  const isShort = text.length <= MAX_CHARACTERS;
  if (isShort && measure(text) <= width) return text;
  let low = 0;
  let high = Math.min(text.length - 1, MAX_CHARACTERS);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(shorten(text, middle, keep)) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : shorten(text, low, keep);
}

/** So many characters of the text, and a sign where others are missing. Halves of characters are left out. */
function shorten(text: string, length: number, keep: Keep): string {
  if (keep === 'start') return `${whole(text.slice(0, length))}${ELLIPSIS}`;
  if (keep === 'end') return `${ELLIPSIS}${whole(text.slice(text.length - length))}`;
  const start = Math.ceil(length * 0.6);
  return `${whole(text.slice(0, start))}${ELLIPSIS}${whole(text.slice(text.length - (length - start)))}`;
}

function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
