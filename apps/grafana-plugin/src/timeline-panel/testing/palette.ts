import { makePalette, type Palette } from '../draw/palette';

/** A palette whose colors say what they are for. */
export const TEST_PALETTE: Palette = makePalette({
  isDark: true,
  colors: {
    background: { primary: 'background', secondary: 'lane', canvas: 'canvas' },
    border: { weak: 'grid', medium: 'idle', strong: 'border' },
    text: { primary: 'text', secondary: 'quiet', maxContrast: 'strong' },
    primary: { main: 'main', border: 'brush' },
  },
  typography: { fontFamily: 'font' },
});
