import { Resvg } from '@resvg/resvg-js';
import { FONT } from './text-width';

/** A pixel of the drawing is so much of an inch. */
const PIXELS_AN_INCH = 96;

const FONT_FILES = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];

/**
 * Makes a PNG of a drawing, on white. Its letters are those of a font that comes along, so that they are the same everywhere, also
 * where no font is installed; what it does not have is taken from the fonts of the machine.
 */
export function renderPng(svg: string, { dpi }: { readonly dpi: number }): Buffer {
  const fontFiles = FONT_FILES.map((file) => require.resolve(`dejavu-fonts-ttf/ttf/${file}`));
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: dpi / PIXELS_AN_INCH },
    font: { fontFiles, loadSystemFonts: true, defaultFontFamily: FONT },
  });
  return drawing.render().asPng();
}
