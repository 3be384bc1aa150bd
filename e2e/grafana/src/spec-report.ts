/** One spec as Playwright's JSON report tells it. */
export interface SpecResult {
  readonly file: string;
  /** Of the groups around it and its own, joined. */
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed, or why it was skipped. */
  readonly words: string;
}

interface Suite {
  readonly title: string;
  readonly file?: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly Spec[];
}

interface Spec {
  readonly title: string;
  readonly file: string;
  readonly tests: readonly {
    readonly status: string;
    readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
  }[];
}

/** What is wrong outside of any spec: a file that does not load, a server that cannot be signed in to. */
export function specResults(report: unknown): readonly SpecResult[] {
  const { suites = [], errors = [] } = report as {
    suites?: readonly Suite[];
    errors?: readonly { message?: string }[];
  };
  const broken = errors.map(({ message = '' }, index) => ({
    file: '',
    title: `Playwright itself (${index + 1})`,
    outcome: 'failed' as const,
    words: withoutColours(message),
  }));
  return [...broken, ...suites.flatMap((suite) => resultsOf(suite, []))];
}

function resultsOf(suite: Suite, above: readonly string[]): readonly SpecResult[] {
  const titles = suite.title === suite.file ? above : [...above, suite.title];
  return [
    ...(suite.specs ?? []).map((spec) => resultOf(spec, titles)),
    ...(suite.suites ?? []).flatMap((inner) => resultsOf(inner, titles)),
  ];
}

function resultOf({ title, file, tests }: Spec, titles: readonly string[]): SpecResult {
  const name = { file, title: [...titles, title].filter((part) => part !== '').join(' › ') };
  const [test] = tests;
  if (test === undefined) return { ...name, outcome: 'failed', words: 'Playwright gave no result for it' };
  if (test.status === 'skipped') {
    const words = test.annotations.find(({ type }) => type === 'skip')?.description ?? 'a spec before it failed';
    return { ...name, outcome: 'skipped', words };
  }
  const errors = test.results
    .flatMap((result) => result.errors ?? [])
    .map(({ message = '' }) => withoutColours(message));
  return { ...name, outcome: test.status === 'expected' ? 'passed' : 'failed', words: errors.join('\n\n') };
}

function withoutColours(text: string): string {
  // eslint-disable-next-line no-control-regex -- that is what colours are
  return text.replace(/\u001B\[[0-9;]*m/g, '');
}
