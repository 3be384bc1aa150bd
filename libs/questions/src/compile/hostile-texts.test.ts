import { QUESTION_CATALOG, type QuestionDefinition } from '../catalog/catalog';
import { COMPLETIONS, completionQuestion } from '../completion/completion-question';
import { QuestionError } from '../model/question-error';
import { GRAFANA_RANGE } from '../sql/time-range';
import { everything, hostileTexts, sqlShape, suspicious } from '../testing';
import { compileQuestion } from './compile-question';

const RANGE = { range: GRAFANA_RANGE };
const TEXTS = hostileTexts(10_000);

/** Each text goes through one kind, with all its fields: so every kind gets more than a hundred, and the test stays quick. */
function kindFor(index: number): QuestionDefinition {
  return QUESTION_CATALOG[index % QUESTION_CATALOG.length]!;
}

describe('10,000 hostile texts', () => {
  it('should be hostile', () => {
    expect(TEXTS.filter((text) => /['"\\$(]/.test(text)).length).toBeGreaterThan(5000);
    expect(TEXTS.filter((text) => text.length === 4000).length).toBeGreaterThan(50);
    expect(new Set(TEXTS).size).toBeGreaterThan(8000);
  });

  it('should never change the shape of a statement, through every text field', () => {
    const plain = new Map(
      QUESTION_CATALOG.map((definition) => [
        definition.kind,
        sqlShape(compileQuestion(everything(definition, 'x'), RANGE).sql),
      ]),
    );
    TEXTS.forEach((text, index) => {
      const definition = kindFor(index);
      // The key has a letter before it, which makes the longest too long by one.
      const { sql } = compileQuestion(everything(definition, text.slice(0, 3999)), RANGE);
      if (sqlShape(sql) !== plain.get(definition.kind)) expect({ text, sql }).toBe(plain.get(definition.kind));
      if (suspicious(sql) !== undefined) expect({ text, sql }).toBe('without a macro or comment');
    });
  });

  it('should be refused as a pattern, or be a literal like any other', () => {
    const shape = sqlShape(compileQuestion({ kind: 'latestFailures', testPattern: 'x' }, RANGE).sql);
    let taken = 0;
    for (const text of TEXTS) {
      try {
        const { sql } = compileQuestion({ kind: 'latestFailures', testPattern: `a${text}` }, RANGE);
        taken += 1;
        if (sqlShape(sql) !== shape || suspicious(sql) !== undefined) expect({ text, sql }).toBe(shape);
      } catch (error) {
        if (!(error instanceof QuestionError)) throw error;
      }
    }
    expect(taken).toBeGreaterThan(1000);
  });

  it('should never change what a completion asks', () => {
    for (const of of COMPLETIONS) {
      const ask = (text: string) =>
        completionQuestion({ of, search: `s${text}`, prefix: `p${text}`, metadataKey: text, jobs: [text] }, RANGE).sql;
      const shape = sqlShape(ask('x'));
      for (const text of TEXTS.slice(0, 1000)) {
        const sql = ask(text.slice(0, 3999));
        if (sqlShape(sql) !== shape || suspicious(sql) !== undefined) expect({ text, sql }).toBe(shape);
      }
    }
  });
});
