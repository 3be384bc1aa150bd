import { QUESTION_CATALOG } from '../catalog/catalog';
import { everything, hostileTexts } from '../testing';
import { describeQuestion } from './describe-question';

describe('describeQuestion()', () => {
  it('should read like a sentence', () => {
    expect(describeQuestion({ kind: 'failingTests', jobs: ['tempest-full'], branches: ['master'], limit: 25 })).toBe(
      'Failing tests of job tempest-full, branch master, top 25',
    );
    expect(describeQuestion({ kind: 'testsByPrefix', testPrefix: 'tempest.api.', page: 3 })).toBe(
      'Tests by name, tests starting with tempest.api., top 100, page 3',
    );
    expect(describeQuestion({ kind: 'runsOverTime' })).toBe('Runs over time');
    expect(describeQuestion({ kind: 'runStat', measure: 'run_failure_rate', projectKeys: [4] })).toBe(
      'One figure about runs: run failure rate, project #4',
    );
  });

  it('should name three values and count the others', () => {
    expect(describeQuestion({ kind: 'jobs', jobs: ['a', 'b', 'c', 'd', 'e'] })).toBe(
      'Jobs of jobs a, b, c and 2 more, top 200',
    );
    expect(describeQuestion({ kind: 'jobs', jobs: ['a', ''] })).toBe('Jobs of jobs a and (none), top 200');
  });

  it('should show the variables of a saved question', () => {
    expect(describeQuestion({ kind: 'flakyTests', jobKeys: '${job}', limit: '${limit}' })).toBe(
      'Flaky tests of job ${job}, top ${limit}',
    );
  });

  it('should leave out what the kind has no use for', () => {
    expect(describeQuestion({ kind: 'rollupLag', jobs: ['a'], limit: 1 })).toBe('Rollup lag');
  });

  it('should stay short and on one line, whatever was asked', () => {
    const long = hostileTexts(200)
      .slice(-20)
      .flatMap((text) => QUESTION_CATALOG.map((definition) => describeQuestion(everything(definition, text))));
    expect(long.filter((sentence) => sentence.length > 1200 || /[\r\n]/.test(sentence))).toEqual([]);
  });
});
