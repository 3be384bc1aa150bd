import { type FilterName, findDefinition, type QuestionDefinition } from '@testmetrics/questions';
import React from 'react';
import { Column, Row } from '../../shared/ui-compat';
import { TEXTS } from '../texts';
import { DIMENSION_FILTERS } from './dimension-choice';
import { DimensionField, type FieldProps } from './dimension-field';
import { MetadataKeyField, RunField, StatusField } from './list-field';
import { MetadataField } from './metadata-field';
import { OptionField } from './option-field';
import { TEST_WAYS } from './test-choice';
import { TestField } from './test-field';
import { TextField } from './text-field';
import { numberProblem, withNumber } from './whole-number';

/** The fields that a kind of question has a use for, and no others. */
export function QuestionFields(props: FieldProps): React.ReactElement | null {
  const definition = findDefinition(props.question.kind);
  if (definition === undefined) return null;
  const has = (name: FilterName) => definition.filters.includes(name);
  return (
    <Column>
      <Row>
        {DIMENSION_FILTERS.filter((name) => name !== 'tests' && has(name)).map((name) => (
          <DimensionField key={name} {...props} filter={name} />
        ))}
        {has('metadataKey') ? <MetadataKeyField {...props} /> : null}
        {has('runs') ? <RunField {...props} /> : null}
        <Shape {...props} definition={definition} />
      </Row>
      {/* Which of the ways is in use belongs to the kind: another kind begins anew. */}
      {TEST_WAYS.some(has) ? <TestField key={definition.kind} {...props} filters={definition.filters} /> : null}
      {has('metadata') ? <MetadataField {...props} /> : null}
    </Column>
  );
}

/** What is measured, in which order, and how much of it. */
function Shape(props: FieldProps & { readonly definition: QuestionDefinition }): React.ReactElement {
  const { question, definition, onChange } = props;
  const { measures, directions, maxLimit, defaultLimit, defaultMinRuns, format } = definition;
  const has = (name: FilterName) => definition.filters.includes(name);
  const put = (field: 'measure' | 'direction' | 'columns') => (value: string) =>
    onChange({ ...question, [field]: value });
  const number = (field: 'limit' | 'minRuns' | 'page', max: number, placeholder: number) => (
    <TextField
      label={TEXTS.editor.fields[field].label}
      width={14}
      inputMode="numeric"
      placeholder={String(placeholder)}
      value={String(question[field] ?? '')}
      problemOf={(text) => numberProblem(text, field === 'minRuns' ? 0 : 1, max)}
      onChange={(text) => onChange(withNumber(question, field, text))}
    />
  );
  return (
    <>
      {has('statuses') ? <StatusField {...props} /> : null}
      {has('measure') && measures !== undefined ? (
        <OptionField
          label={TEXTS.editor.fields.measure.label}
          options={measures}
          value={question.measure}
          onChange={put('measure')}
        />
      ) : null}
      {has('direction') && directions !== undefined ? (
        <OptionField
          label={TEXTS.editor.fields.direction.label}
          options={directions}
          value={question.direction}
          onChange={put('direction')}
        />
      ) : null}
      {has('columns') ? (
        <OptionField
          label={TEXTS.editor.fields.columns.label}
          options={TEXTS.editor.columns}
          value={question.columns}
          onChange={put('columns')}
        />
      ) : null}
      {has('minRuns') ? number('minRuns', 1_000_000, defaultMinRuns ?? 0) : null}
      {format === 'table' && maxLimit > 1 ? number('limit', maxLimit, defaultLimit) : null}
      {has('page') ? number('page', 10_000, 1) : null}
    </>
  );
}
