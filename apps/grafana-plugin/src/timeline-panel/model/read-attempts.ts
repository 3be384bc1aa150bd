import { type Attempt } from './attempt';
import { type Column, findColumn, type FrameLike, numberAt, textAt } from './columns';
import { kindOf } from './kind';

/** Without these a frame is no timeline; the others have a sensible value where they are missing. */
export const TIMELINE_COLUMNS = ['test', 'status', 'start', 'stop'] as const;

/** The attempts of a frame of the question `runTimeline`, in its order. */
export function readAttempts(frame: FrameLike): readonly Attempt[] {
  const column = (name: string): Column | undefined => findColumn(frame, name);
  const [test, status, start, stop] = TIMELINE_COLUMNS.map(column);
  const [key, number, flaky] = [column('test_key'), column('attempt'), column('flaky')];
  const [worker, message, tags] = [column('worker'), column('message'), column('tags')];
  const counts = countAttempts(frame.length, test);
  const attempts: Attempt[] = [];
  for (let row = 0; row < frame.length; row++) {
    const name = textAt(test, row);
    const word = textAt(status, row);
    const isFlaky = flaky?.[row] === true || numberAt(flaky, row) === 1;
    attempts.push({
      row,
      test: name,
      testKey: numberAt(key, row),
      attempt: numberAt(number, row) ?? 1,
      attempts: counts.get(name) ?? 1,
      status: word,
      kind: kindOf(word, isFlaky),
      flaky: isFlaky,
      start: numberAt(start, row),
      stop: numberAt(stop, row),
      worker: textAt(worker, row),
      message: textAt(message, row),
      tags: splitTags(textAt(tags, row)),
    });
  }
  return attempts;
}

function countAttempts(length: number, test: Column | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    const name = textAt(test, row);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function splitTags(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((tag) => tag !== '');
}
