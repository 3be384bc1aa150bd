/** Why there is no timeline to draw, in the three parts that a person needs. */
export interface Problem {
  readonly code: 'no-rows' | 'wrong-columns' | 'no-times';
  readonly expected: string;
  readonly found: string;
  readonly action: string;
}

const QUESTION = 'the question "Run timeline" of the Test Metrics datasource';
const NAMES_SHOWN = 12;

/** The query ran and gave nothing: a MySQL result without rows is a frame without fields. */
export function noRows(): Problem {
  return {
    code: 'no-rows',
    expected: 'Expected one row for each test of a run',
    found: 'the query gave no rows',
    action: 'Choose a run that has tests; if it was uploaded just now, refresh the dashboard.',
  };
}

export function wrongColumns(missing: readonly string[], found: readonly string[]): Problem {
  const more = found.length > NAMES_SHOWN ? ` and ${found.length - NAMES_SHOWN} more` : '';
  const names = found.slice(0, NAMES_SHOWN).map((name) => JSON.stringify(name.slice(0, 60)));
  return {
    code: 'wrong-columns',
    expected: `Expected the columns test, status, start and stop (${missing.join(', ')} missing)`,
    found: `found ${names.join(', ')}${more}`,
    action: `Use ${QUESTION}, as a table, for this panel's query.`,
  };
}

export function noTimes(tests: number): Problem {
  return {
    code: 'no-times',
    expected: 'Expected a start or a stop for at least one test',
    found: `the ${tests === 1 ? 'only test' : `${tests} tests`} of this run came without times`,
    action: 'Its runner wrote a stream without timestamps: see its tests in a table instead.',
  };
}

export function describeProblem({ expected, found, action }: Problem): string {
  return `${expected}, ${found}. ${action}`;
}
