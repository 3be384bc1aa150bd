import { compileQuestion } from '../compile/compile-question';
import { everything, sqlShape, suspicious } from '../testing';
import { GRAFANA_RANGE, literalRange } from '../sql/time-range';
import { QUESTION_CATALOG } from './catalog';
import { QUESTION_GROUPS } from './definition';

const OPTIONS = { range: GRAFANA_RANGE };

/** What asks for the state of things and not for a stretch of time. */
const WITHOUT_RANGE = ['rollupLag', 'testPrefixes', 'testName', 'freshness', 'quietJobs', 'staleTests', 'testSummary'];

/** Columns of our tables that would be ambiguous, or read from the wrong table, if they stood alone. */
const COLUMNS = [
  'run_at',
  'job_id',
  'test_id',
  'run_id',
  'branch_id',
  'project_id',
  'series_id',
  'day',
  'status',
  'uuid',
];

const CASES = QUESTION_CATALOG.flatMap((definition) => {
  const columns = definition.filters.includes('columns') ? (['runs', 'time'] as const) : ([undefined] as const);
  const measures = definition.measures ?? [undefined];
  return columns.flatMap((column) =>
    measures.map((measure) => ({
      name: [definition.kind, measure?.value, column].filter(Boolean).join(' '),
      definition,
      nothing: { kind: definition.kind, columns: column, measure: measure?.value },
      all: { ...everything(definition, 'x'), columns: column, ...(measure && { measure: measure.value }) },
    })),
  );
});

describe('QUESTION_CATALOG', () => {
  it('should name each kind once, in words that differ', () => {
    for (const field of ['kind', 'label', 'answers'] as const) {
      const words = QUESTION_CATALOG.map((definition) => definition[field]);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });

  it.each(QUESTION_CATALOG.map((definition) => [definition.kind, definition] as const))(
    'should tell all about %s that an editor needs',
    (kind, definition) => {
      expect(kind).toMatch(/^[a-z][A-Za-z]+$/);
      expect(QUESTION_GROUPS).toContain(definition.group);
      expect(definition.answers).toMatch(/^[A-Z].*\?$/);
      expect(definition.label).toMatch(/^[A-Z].{3,60}$/);
      expect(definition.defaultLimit).toBeLessThanOrEqual(definition.maxLimit);
      expect(definition.filters.includes('measure')).toBe(definition.measures !== undefined);
      expect(new Set(definition.filters).size).toBe(definition.filters.length);
      for (const required of definition.required ?? []) expect(definition.filters).toContain(required);
      expect(() => compileQuestion({ kind: definition.kind, ...definition.example }, OPTIONS)).not.toThrow();
    },
  );

  it('should start the columns of a series with the time', () => {
    const series = QUESTION_CATALOG.filter(({ format }) => format === 'time_series');
    expect(series.every(({ columns }) => columns[0] === 'time')).toBe(true);
  });
});

describe.each(CASES)('the SQL of $name', ({ definition, nothing, all }) => {
  const questions = [nothing, all];

  it('should compile with nothing chosen and with everything, in the format that is promised', () => {
    for (const question of questions) {
      expect(compileQuestion(question, OPTIONS).format).toBe(definition.format);
    }
  });

  it('should be one statement that reads, without a comment, with a limit', () => {
    for (const question of questions) {
      const { sql } = compileQuestion(question, OPTIONS);
      expect(suspicious(sql)).toBeUndefined();
      expect(sql).toMatch(/^(SELECT|WITH) /);
      expect(sql).toMatch(/LIMIT \d+( OFFSET \d+)?$/);
      expect(sql).not.toMatch(/\bINTO\b|\bFOR UPDATE\b/);
    }
  });

  it('should stay in its range', () => {
    const { sql } = compileQuestion(nothing, OPTIONS);
    if (definition.group === 'One run' || definition.group === 'Two runs') return;
    if (WITHOUT_RANGE.includes(definition.kind)) return;
    expect(sql).toContain('$__timeFrom()');
    expect(sql).toContain('$__timeTo()');
  });

  it('should take a literal range as well, and leave no macro then', () => {
    for (const question of questions) {
      expect(compileQuestion(question, { range: literalRange(0, 86_400_000_000) }).sql).not.toContain('$');
    }
  });

  it('should qualify every column of a table', () => {
    for (const question of questions) {
      const shape = sqlShape(compileQuestion(question, OPTIONS).sql);
      for (const column of COLUMNS) expect(shape).not.toMatch(new RegExp(`(?<![.\\w\`]|AS )\\b${column}\\b(?! AS)`));
    }
  });

  it('should be the same for the same question', () => {
    const copy = JSON.parse(JSON.stringify(all)) as typeof all;
    expect(compileQuestion(copy, OPTIONS)).toEqual(compileQuestion(all, OPTIONS));
  });

  it('should use every filter that it offers', () => {
    const { sql } = compileQuestion(all, OPTIONS);
    const marks = { projects: "'nova'", testPattern: "'a.+b'", metadata: "'kx'", statuses: "'inprogress'" } as const;
    for (const [filter, mark] of Object.entries(marks)) {
      if (definition.filters.includes(filter as keyof typeof marks)) expect(sql).toContain(mark);
    }
    if (definition.filters.includes('runs')) expect(sql).toContain("'00000000-0000-4000-8000-000000000001'");
    if (definition.filters.includes('page')) expect(sql).not.toBe(compileQuestion({ ...all, page: 1 }, OPTIONS).sql);
  });

  it('should not use what it does not offer', () => {
    const { sql } = compileQuestion(all, OPTIONS);
    if (!definition.filters.includes('projects')) expect(sql).not.toContain("'nova'");
    if (!definition.filters.includes('testPattern')) expect(sql).not.toContain("'a.+b'");
    if (!definition.filters.includes('metadata')) expect(sql).not.toContain('m.value = ');
  });
});
