import { median, type Measure } from '../measure';

export interface ExportFigures {
  readonly tests: number;
  /** Seconds of `testmetrics export RUN --database`, process start included. */
  readonly command: readonly number[];
  /** Seconds of `GET /v1/runs/UUID/stream`. */
  readonly http: readonly number[];
  /** Seconds of the reference's `sql2subunit RUN` on the same database, or why there are none. */
  readonly reference: readonly number[] | { readonly missing: string };
  readonly exportBytes: number;
  readonly referenceBytes: number;
}

/** The figures as ratios, the raw numbers beside them. */
export function exportMeasures(figures: ExportFigures): Measure[] {
  const what = `export of a run of ${figures.tests} tests`;
  return [
    against(`${what}, the command with its start`, figures.command, figures),
    against(`${what}, over HTTP`, figures.http, figures),
  ];
}

function against(
  what: string,
  seconds: readonly number[],
  { reference, exportBytes, referenceBytes }: ExportFigures,
): Measure {
  const target = '>= 20 x sql2subunit';
  const ours = median(seconds);
  const bytes = `${(exportBytes / 1e6).toFixed(1)} MB`;
  if ('missing' in reference) {
    return { what, target, result: reference.missing, raw: `${ours.toFixed(2)} s for ${bytes}`, reached: null };
  }
  const theirs = median(reference);
  const raw = `${ours.toFixed(2)} s for ${bytes} and ${theirs.toFixed(2)} s for ${(referenceBytes / 1e6).toFixed(1)} MB (no files)`;
  return { what, target, result: `${(theirs / ours).toFixed(0)} x`, raw, reached: theirs / ours >= 20 };
}
