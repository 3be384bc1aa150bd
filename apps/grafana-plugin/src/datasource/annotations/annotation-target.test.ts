/** @jest-environment jsdom */
import { type AnnotationQuery } from '@grafana/data';
import { type TestMetricsQuery } from '../query/query';
import { annotationSupport } from './annotation-support';
import { targetOf } from './annotation-target';

describe('targetOf()', () => {
  it('should ask for failed runs where a dashboard says nothing', () => {
    expect(targetOf({})).toMatchObject({ refId: 'Anno', question: { kind: 'failedRuns' } });
  });

  it('should keep what is asked', () => {
    const target = { refId: 'X', schema: 1, question: { kind: 'missingData' } } as const;
    expect(targetOf({ target: { ...target } })).toEqual(target);
  });
});

describe('annotationSupport().prepareAnnotation()', () => {
  const prepare = annotationSupport().prepareAnnotation as (json: object) => AnnotationQuery<TestMetricsQuery>;

  // Grafana's editor calls it after every change that it made, until it makes none.
  it.each([
    ['what lacks nothing', { target: { refId: 'Anno', schema: 1, question: { kind: 'failedRuns' } } }],
    ['what has no target', {}],
    ['an older target', { target: { refId: 'Anno', kind: 'missingData' } }],
    ['SQL', { target: { refId: 'Anno', schema: 1, mode: 'sql', rawSql: 'SELECT 1' } }],
    ['a target without a name', { target: { schema: 1, question: { kind: 'missingData' } } }],
    ['a target of a newer version', { target: { refId: 'Anno', schema: 99, question: { kind: 'unheardOf' } } }],
  ])('should leave %s as it is once it is prepared', (_, annotation) => {
    const prepared = prepare({ name: 'Marks', ...annotation });
    expect(prepare(prepared)).toBe(prepared);
  });

  it('should make nothing new of what lacks nothing', () => {
    const annotation = { name: 'Marks', target: { refId: 'Anno', schema: 1, question: { kind: 'failedRuns' } } };
    expect(prepare(annotation)).toBe(annotation);
  });
});
