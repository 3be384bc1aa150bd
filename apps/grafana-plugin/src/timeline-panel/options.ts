/** What the person who makes a dashboard may choose. */
export interface TimelineOptions {
  /** The dashboard variable that takes the key of the selected test, so that a second query loads its attachments. */
  readonly attachmentsVariable: string;
  readonly showOverview: boolean;
  readonly showIdle: boolean;
  readonly showChain: boolean;
  readonly timeAxis: TimeAxis;
  readonly detailsPlace: DetailsPlace;
}

export const TIME_AXES = ['elapsed', 'clock'] as const;
export type TimeAxis = (typeof TIME_AXES)[number];

export const DETAILS_PLACES = ['auto', 'right', 'below'] as const;
export type DetailsPlace = (typeof DETAILS_PLACES)[number];

export const DEFAULT_OPTIONS: TimelineOptions = {
  attachmentsVariable: 'test_key',
  showOverview: true,
  showIdle: true,
  showChain: false,
  timeAxis: 'elapsed',
  detailsPlace: 'auto',
};
