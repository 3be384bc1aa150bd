import type { Input } from '../asking/read-request';

const NAMES = { job: 'job', project: 'project', branch: 'branch', meta: 'metadata' } as const;
const TEXTS = { prefix: 'tests that begin with', search: 'tests that contain', pattern: 'tests that match' } as const;

/** Which runs and tests a graph is about, as its notes say it; `all runs` where nothing was chosen. */
export function filterNote(input: Input): string {
  const names = Object.entries(NAMES).flatMap(([option, word]) => {
    const values = [input[option] ?? []].flat().map((value) => (value === '' ? '(none)' : String(value)));
    return values.length === 0 ? [] : [`${word} ${values.join(' or ')}`];
  });
  const texts = Object.entries(TEXTS).flatMap(([option, word]) =>
    typeof input[option] === 'string' ? [`${word} ${input[option]}`] : [],
  );
  const [first = 'all runs', ...others] = [...names, ...texts];
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', ');
}
