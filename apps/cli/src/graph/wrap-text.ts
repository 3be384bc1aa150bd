import { textWidth } from './text-width';
import type { TextStyle } from './text-width';

/** Behind these a name is best broken. */
const PIECE = /[^.\s/:,_[\]()-]*(?:[.\s/:,_[\]()-]|$)/gu;

/** Cuts text into lines of at most `width` pixels, at points, spaces and the like where that is possible. Nothing is left out. */
export function wrapText(text: string, width: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const append = (piece: string): void => {
    if (line !== '' && textWidth(line + piece.trimEnd(), style) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  };
  for (const piece of text.match(PIECE) ?? []) {
    if (textWidth(piece, style) <= width) append(piece);
    else for (const character of piece) append(character);
  }
  return [...lines, line.trimEnd()].filter((one, index) => one !== '' || index === 0);
}
