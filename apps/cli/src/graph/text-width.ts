/** The font of all graphs; others of about its width stand in for it where a picture is looked at without it. */
export const FONT = 'DejaVu Sans';
export const FONT_FAMILY = `${FONT}, Verdana, Helvetica, Arial, sans-serif`;

/** Widths of the characters from the space to the tilde, in thousandths of the font's size, as the font's tables have them. */
const WIDTHS = [
  ...[318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636],
  ...[636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775],
  ...[752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390],
  ...[337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612],
  ...[635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838],
];

/** Letters with accents are about as wide as this; those of Asian scripts as wide as they are high. */
const OTHER = 650;
const FULL = 1000;
const FIRST_FULL = 0x1100;

/** Bold letters are wider by this at most. */
const BOLD = 1.14;

export interface TextStyle {
  /** In pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/** How wide a line of text is, in pixels. */
export function textWidth(text: string, { size, bold = false }: TextStyle): number {
  let thousandths = 0;
  for (const character of text) thousandths += widthOf(character.codePointAt(0) ?? 0);
  return (thousandths / 1000) * size * (bold ? BOLD : 1);
}

function widthOf(codePoint: number): number {
  return WIDTHS[codePoint - 32] ?? (codePoint >= FIRST_FULL ? FULL : OTHER);
}
