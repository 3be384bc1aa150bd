import { type ScopedVars, type TimeRange } from '@grafana/data';
import { type TemplateSrv } from '@grafana/runtime';
import { formatValue } from './format-value';

/** A dashboard variable with its present value. */
export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly value: string | readonly string[];
  /** What "All" stands for. */
  readonly allValue?: string;
}

type Format = string | ((value: unknown, variable: unknown) => string);

const REFERENCE = /\$\{(\w+)((?:\.[\w-]+)*)(?::([^}]+))?\}|\[\[(\w+)(?::(\w+))?\]\]|\$(\w+)/g;

/** Replaces variables in text as Grafana's template service does, as far as our plugins and dashboards ask for it. */
export class Templates {
  #variables: readonly Variable[] = [];
  #range: TimeRange | null = null;

  show(variables: readonly Variable[], range: TimeRange): void {
    this.#variables = variables;
    this.#range = range;
  }

  get service(): TemplateSrv {
    const service = {
      replace: (text = '', scopedVars?: ScopedVars, format?: Format) => this.#replace(text, scopedVars ?? {}, format),
      containsTemplate: (text = '') => /\$\{?\w|\[\[/.test(text),
      getVariables: () => this.#variables.map((variable) => ({ ...variable, label: variable.name })),
      getAdhocFilters: () => [],
      updateTimeRange: () => undefined,
    };
    return service as unknown as TemplateSrv;
  }

  #replace(text: string, scopedVars: ScopedVars, asked?: Format): string {
    return text.replace(REFERENCE, (whole: string, ...parts: unknown[]) => {
      const [curly, path, curlyFormat, square, squareFormat, plain] = parts as (string | undefined)[];
      const name = curly ?? square ?? plain ?? '';
      const format = curlyFormat ?? squareFormat ?? asked;
      return this.#value(name, path ?? '', scopedVars, format) ?? whole;
    });
  }

  #value(name: string, path: string, scopedVars: ScopedVars, format?: Format): string | undefined {
    if (name === '__url_time_range') return `from=${this.#range?.raw.from}&to=${this.#range?.raw.to}`;
    if (name === '__from') return String(this.#range?.from.valueOf());
    if (name === '__to') return String(this.#range?.to.valueOf());
    const scoped = scopedVars[name];
    if (scoped !== undefined) return formatValue(name, at(scoped.value, path), format);
    const variable = this.#variables.find((one) => one.name === name);
    if (variable === undefined) return undefined;
    if (format === 'text') return String(variable.value);
    const isAll = [variable.value].flat().includes('$__all') && variable.allValue !== undefined;
    return formatValue(name, isAll ? variable.allValue : variable.value, format, isAll);
  }
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], value);
}
