import { OUTCOME_FILLS } from '@testmetrics/dashboards/outcome-fills';
import { type Kind } from '../model/kind';

/** The part of Grafana's theme that is used here. */
export interface ThemeColors {
  readonly isDark: boolean;
  readonly colors: {
    readonly background: { readonly primary: string; readonly secondary: string; readonly canvas: string };
    readonly border: { readonly weak: string; readonly medium: string; readonly strong: string };
    readonly text: { readonly primary: string; readonly secondary: string; readonly maxContrast: string };
    readonly primary: { readonly main: string; readonly border: string };
  };
  readonly typography: { readonly fontFamily: string };
}

/** Every color of the timeline. */
export interface Palette {
  readonly fills: Readonly<Record<Kind, string>>;
  /** Of text and patterns on the fills. */
  readonly inks: Readonly<Record<Kind, string>>;
  readonly background: string;
  readonly lane: string;
  readonly idle: string;
  readonly grid: string;
  readonly text: string;
  readonly quietText: string;
  /** Of what must be seen on every fill: the selection, the chain, the cursor. */
  readonly strong: string;
  readonly brush: string;
  readonly font: string;
}

const DARK_INK = '#111217';
const LIGHT_INK = '#FFFFFF';

/** Whichever of black and white is read better on the fill. */
const INKS: Readonly<Record<Kind, string>> = {
  passed: LIGHT_INK,
  failed: DARK_INK,
  flaky: DARK_INK,
  skipped: DARK_INK,
  xfail: DARK_INK,
  uxsuccess: DARK_INK,
  unfinished: DARK_INK,
};

export function makePalette({ colors, typography }: ThemeColors): Palette {
  return {
    fills: OUTCOME_FILLS,
    inks: INKS,
    background: colors.background.primary,
    lane: colors.background.secondary,
    idle: colors.border.medium,
    grid: colors.border.weak,
    text: colors.text.primary,
    quietText: colors.text.secondary,
    strong: colors.text.maxContrast,
    brush: colors.primary.border,
    font: typography.fontFamily,
  };
}
