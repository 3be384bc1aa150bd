import { type AnnotationEvent, type DataFrame } from '@grafana/data';
import { type Row, rowsOf, textOf } from '../rows';

/**
 * The rows of a question about events as annotations. Names of jobs and tests are shown as HTML there, so that what is
 * special in HTML is escaped.
 */
export function annotationEvents(frames: readonly DataFrame[]): AnnotationEvent[] {
  return frames.flatMap((frame) => rowsOf([frame])).flatMap(eventOf);
}

function eventOf(row: Row): AnnotationEvent[] {
  const time = numberOf(row['time']);
  if (time === null) return [];
  const timeEnd = numberOf(row['timeend']);
  const tags = textOf(row, 'tags');
  return [
    {
      time,
      ...(timeEnd === null || timeEnd === time ? {} : { timeEnd, isRegion: true }),
      title: escaped(textOf(row, 'title')),
      text: escaped(textOf(row, 'text')) + runLink(textOf(row, 'run_key')),
      tags: tags === '' ? [] : tags.split(',').map((tag) => tag.trim()),
    },
  ];
}

function runLink(run: string): string {
  return /^[0-9a-f-]{36}$/i.test(run) ? `<br /><a href="/d/tm-run?var-run=${run}">Show this run</a>` : '';
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'number' ? value : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
