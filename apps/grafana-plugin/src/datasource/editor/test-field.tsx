import { RadioButtonGroup } from '@grafana/ui';
import { type FilterName, patternProblem } from '@testmetrics/questions';
import React, { useId, useState } from 'react';
import { Labelled, Row } from '../../shared/ui-compat';
import { TEXTS } from '../texts';
import { DimensionField, type FieldProps } from './dimension-field';
import { PrefixField } from './prefix-field';
import { onlyWay, TEST_WAYS, type TestWay, testWayOf } from './test-choice';
import { TextField } from './text-field';

/** Which tests: by name, by the beginning of their names, by a regular expression, or by a part of the name. */
export function TestField(props: FieldProps & { readonly filters: readonly FilterName[] }): React.ReactElement {
  const { question, filters, onChange } = props;
  const id = useId();
  const ways = TEST_WAYS.filter((way) => filters.includes(way));
  const used = testWayOf(question);
  const [chosen, setChosen] = useState<TestWay>(used);
  const way = ways.includes(chosen) ? chosen : (ways[0] ?? 'tests');
  return (
    <Row>
      {ways.length < 2 ? null : (
        <Labelled label={TEXTS.editor.testsBy} htmlFor={id}>
          <div id={id} role="group" aria-label={TEXTS.editor.testsBy}>
            <RadioButtonGroup<TestWay>
              options={ways.map((value) => ({ value, label: TEXTS.editor.testWays[value] }))}
              value={way}
              onChange={(next) => {
                setChosen(next);
                onChange(onlyWay(question, next));
              }}
            />
          </div>
        </Labelled>
      )}
      <OneWay {...props} way={way} />
    </Row>
  );
}

function OneWay({ way, ...props }: FieldProps & { readonly way: TestWay }): React.ReactElement {
  const { question, onChange } = props;
  if (way === 'tests') return <DimensionField {...props} filter="tests" />;
  if (way === 'testPrefix') return <PrefixField {...props} />;
  const { label, placeholder } = TEXTS.editor.fields[way];
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      width={60}
      value={question[way] ?? ''}
      {...(way === 'testPattern' ? { problemOf: patternWords } : {})}
      onChange={(text) => onChange(withText(onlyWay(question, way), way, text))}
    />
  );
}

function withText<T extends object>(question: T, name: string, text: string): T {
  return { ...question, [name]: text === '' ? undefined : text };
}

/** A pattern with a variable in it is complete only when it is filled in. */
function patternWords(pattern: string): string | undefined {
  const problem = pattern.includes('${') ? undefined : patternProblem(pattern);
  return problem && TEXTS.editor.pattern(problem.expected, problem.found, problem.action);
}
