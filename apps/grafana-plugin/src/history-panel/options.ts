import { SORTS, type Sort } from './model/order-rows';

export { SORTS, type Sort };

export const NEWEST_SIDES = ['right', 'left'] as const;
export type NewestSide = (typeof NEWEST_SIDES)[number];

export const CLICKS = ['details', 'run', 'test'] as const;
export type Click = (typeof CLICKS)[number];

/** What the author of a dashboard decides. Sorting and the switch may be changed by whoever looks at it, for themselves. */
export interface HistoryOptions {
  readonly sort: Sort;
  readonly onlyFailing: boolean;
  readonly showControls: boolean;
  readonly showLegend: boolean;
  readonly mergePrefixes: boolean;
  readonly newest: NewestSide;
  /** Pixels of the page. */
  readonly rowHeight: number;
  /** Pixels of the page; 0: as wide as the panel allows. */
  readonly cellWidth: number;
  /** Pixels of the page; 0: as wide as the names need, at most two fifths of the panel. */
  readonly nameWidth: number;
  /** What a click on a cell, and Enter, do. */
  readonly click: Click;
  /** Addresses with `${__data.fields.NAME}`; where they are empty, the dashboards of Test Metrics are opened. */
  readonly testLink: string;
  readonly runLink: string;
  /** Whether empty addresses mean our dashboards, or no link. */
  readonly defaultLinks: boolean;
}

export const DEFAULT_OPTIONS: HistoryOptions = {
  sort: 'failing',
  onlyFailing: false,
  showControls: true,
  showLegend: true,
  mergePrefixes: true,
  newest: 'right',
  rowHeight: 20,
  cellWidth: 0,
  nameWidth: 0,
  click: 'details',
  testLink: '',
  runLink: '',
  defaultLinks: true,
};

/** Limits of the sizes; below them the shapes in the cells cannot be told apart. */
export const SIZE_LIMITS = {
  rowHeight: { min: 12, max: 60 },
  cellWidth: { min: 6, max: 120 },
  nameWidth: { min: 60, max: 1200 },
} as const;
