import { type ScopedVars } from '@grafana/data';
import { type Replace } from '@testmetrics/questions';

/** The part of Grafana's template service that is used here. */
export interface Templates {
  replace(text: string, scopedVars?: ScopedVars, format?: (value: unknown) => string): string;
}

/** Stands in a template for the n-th variable while it is filled in; texts that people write do not contain it. */
const MARK = '\u0001';

/**
 * What a template text stands for: one text for each value of its variables.
 *
 * Values are collected and never looked at again: a `$` in a value is not a variable. The text around a variable is
 * kept, so that `tempest.${area}.` gives one prefix for each area.
 */
export function templateTexts(templates: Templates, scopedVars: ScopedVars | undefined): Replace {
  return (text) => {
    if (!text.includes('$') && !text.includes('[[')) return [text];
    const values: string[][] = [];
    const filled = templates.replace(text.replaceAll(MARK, ''), scopedVars, (value) => {
      values.push(asTexts(value));
      return `${MARK}${values.length - 1}${MARK}`;
    });
    return expanded(filled.split(MARK), values);
  };
}

/** `parts` are texts and, at odd places, numbers of variables. */
function expanded(parts: readonly string[], values: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (texts, part, index) => {
      const ends = index % 2 === 0 ? [part] : (values[Number(part)] ?? [part]);
      return texts.flatMap((text) => ends.map((end) => text + end));
    },
    [''],
  );
}

function asTexts(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
