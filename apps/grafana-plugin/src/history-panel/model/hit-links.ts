import { findCell, type Grid } from './grid';
import { type Hit } from './hit-test';
import { cellLinks, type Link, type LinkContext, runLink, testLink } from './links';
import { locateSource, type SourceRow } from './locate-source';

export interface HitLinksInput {
  readonly grid: Grid;
  readonly order: Uint32Array;
  readonly turned: (column: number) => number;
  readonly context: LinkContext;
}

export interface HitLinks {
  readonly test: Link | null;
  readonly run: Link | null;
  readonly others: readonly Link[];
}

/** Where one can go from a place. A cell without a result has a test and a run all the same. */
export function linksOfHit({ grid, order, turned, context }: HitLinksInput, hit: Hit): HitLinks {
  const locate = (source: number | undefined): SourceRow | null =>
    source === undefined ? null : locateSource(grid.sources, source);
  const row = hit.kind === 'header' ? undefined : order[hit.row];
  const place = hit.kind === 'name' ? undefined : turned(hit.column);
  const cell = row === undefined || place === undefined ? -1 : findCell(grid, row, place);
  const result = cell < 0 ? null : locate(grid.cells.source[cell]);
  const test = row === undefined ? null : (result ?? locate(lastSource(grid, row)));
  const run = place === undefined ? null : (result ?? locate(grid.columns[place]?.source));
  return {
    test: test === null ? null : testLink(test, context),
    run: run === null ? null : runLink(run, context),
    others: result === null ? [] : cellLinks(result),
  };
}

function lastSource({ cells }: Grid, row: number): number | undefined {
  const last = (cells.start[row + 1] ?? 0) - 1;
  return last < (cells.start[row] ?? 0) ? undefined : cells.source[last];
}
