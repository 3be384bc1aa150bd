import { OUTCOME_FILLS } from '@testmetrics/dashboards/outcome-fills';
import { type Outcome } from '../model/outcome';

/** The part of Grafana's theme that is used here. */
export interface ThemeColors {
  readonly isDark: boolean;
  readonly colors: {
    readonly background: { readonly primary: string };
    readonly border: { readonly weak: string; readonly medium: string };
    readonly text: { readonly primary: string; readonly secondary: string; readonly maxContrast: string };
    readonly primary: { readonly border: string };
    readonly action: { readonly hover: string };
  };
  readonly typography: { readonly fontFamily: string };
}

/** Every color of the grid. */
export interface Palette {
  readonly fills: Readonly<Record<Outcome, string>>;
  /** Of the shapes on the fills. */
  readonly inks: Readonly<Record<Outcome, string>>;
  /** Where a test has no result. */
  readonly track: string;
  readonly line: string;
  readonly strongLine: string;
  readonly text: string;
  readonly quietText: string;
  /** Around the cell under the mouse. */
  readonly hover: string;
  readonly band: string;
  /** Around the cell that keys act on. */
  readonly focus: string;
  readonly background: string;
  readonly font: string;
}

const DARK_INK = '#111217';
const LIGHT_INK = '#FFFFFF';

const INKS: Readonly<Record<Outcome, string>> = {
  passed: LIGHT_INK,
  failed: LIGHT_INK,
  flaky: LIGHT_INK,
  skipped: DARK_INK,
  xfail: DARK_INK,
  uxsuccess: LIGHT_INK,
  unfinished: DARK_INK,
  unknown: LIGHT_INK,
};

export function makePalette({ isDark, colors, typography }: ThemeColors): Palette {
  return {
    fills: OUTCOME_FILLS,
    inks: INKS,
    track: isDark ? 'rgba(204, 204, 220, 0.06)' : 'rgba(36, 41, 46, 0.05)',
    line: colors.border.weak,
    strongLine: colors.border.medium,
    text: colors.text.primary,
    quietText: colors.text.secondary,
    hover: colors.text.maxContrast,
    band: colors.action.hover,
    focus: colors.primary.border,
    background: colors.background.primary,
    font: typography.fontFamily,
  };
}
