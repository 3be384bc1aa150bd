import { type DataQuery } from '@grafana/schema';
import {
  type Completion,
  COMPLETIONS,
  type CompletionRequest,
  completionQuestion,
  GRAFANA_RANGE,
  type Query,
  type Replace,
  resolveQuestion,
  testOptions,
  textLiteral,
} from '@testmetrics/questions';
import { TEXTS } from '../texts';

/** What a variable holds of a choice: its key, which is short and fast, or its name. See docs/adr/0031. */
export type Carries = 'key' | 'value';

/** A completion as a variable keeps it: every field may be template text. */
export type SavedCompletion = {
  readonly of: Completion;
} & { readonly [field in Exclude<keyof CompletionRequest, 'of'>]?: string | number | readonly (string | number)[] };

export interface VariableQuery extends DataQuery {
  schema?: number;
  carries?: Carries;
  completion?: SavedCompletion;
}

/** Completions whose choices have keys. */
const WITH_KEYS: readonly Completion[] = ['projects', 'jobs', 'branches', 'tests'];

const KEY_FIELDS = ['projectKeys', 'jobKeys', 'branchKeys'] as const;
const NAME_FIELDS = ['projects', 'jobs', 'branches'] as const;
const TEXT_FIELDS = ['search', 'prefix', 'pattern', 'metadataKey'] as const;

/** As many as the lists of a dashboard take. */
const LIMIT = 5000;

export function hasKeys(of: Completion): boolean {
  return WITH_KEYS.includes(of);
}

export function carriesOf({ carries, completion }: VariableQuery): Carries {
  if (completion === undefined || !hasKeys(completion.of)) return 'value';
  return carries ?? 'key';
}

/** A saved query of any age; text (the old form of a variable's query) is the name of what is listed. */
export function readVariableQuery(saved: unknown): VariableQuery {
  if (typeof saved === 'string') return { refId: 'variable', ...withCompletion(saved.trim()) };
  if (typeof saved !== 'object' || saved === null) return { refId: 'variable' };
  const query = saved as VariableQuery;
  return { ...query, refId: query.refId ?? 'variable' };
}

function withCompletion(of: string): Pick<VariableQuery, 'completion'> {
  return of === '' ? {} : { completion: { of: of as Completion } };
}

/**
 * The SQL of a variable's choices; null where nothing is chosen yet.
 *
 * @throws {Error} with a sentence where the query makes no sense.
 */
export function compileVariable(query: VariableQuery, replace: Replace): Query | null {
  const { completion } = query;
  if (completion === undefined) return null;
  if (!COMPLETIONS.includes(completion.of)) {
    throw new Error(TEXTS.variable.unknownList(String(completion.of), COMPLETIONS));
  }
  const request = resolveCompletion(completion, replace);
  const { of, search = '', prefix, pattern } = request;
  // Links choose a test by giving its key as what is searched for: it must be among the choices.
  if (of === 'tests' && carriesOf(query) === 'key' && prefix === undefined && pattern === undefined) {
    return testOptions(textLiteral(search));
  }
  return completionQuestion(request, { range: GRAFANA_RANGE });
}

function resolveCompletion(saved: SavedCompletion, replace: Replace): CompletionRequest {
  const texts = TEXT_FIELDS.flatMap((name) => {
    const text = textOf(saved[name], replace);
    return text === undefined ? [] : [[name, text] as const];
  });
  // The fields that narrow a list are those of a question, and variables stand in them in the same way.
  const narrowing = Object.fromEntries(
    [...KEY_FIELDS, ...NAME_FIELDS].flatMap((name) => (saved[name] === undefined ? [] : [[name, saved[name]]])),
  );
  const { kind: _kind, ...narrowed } = resolveQuestion({ kind: 'jobs', ...narrowing }, replace);
  return { of: saved.of, ...Object.fromEntries(texts), ...narrowed, limit: limitOf(saved.limit, replace) };
}

function textOf(value: SavedCompletion['search'], replace: Replace): string | undefined {
  if (value === undefined || value === '') return undefined;
  const [text = ''] = replace(String(value));
  return text === '' || text === '$__all' ? undefined : text;
}

function limitOf(value: SavedCompletion['limit'], replace: Replace): number {
  const text = textOf(value, replace);
  return text === undefined ? LIMIT : Number(text);
}
