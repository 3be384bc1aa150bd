import { definitionOf, type FilterName, type Question, type Status, STATUSES } from '@testmetrics/questions';
import { TEXTS } from '../texts';

/** A filter as Grafana hands it over. */
export interface AdHocFilter {
  readonly key: string;
  readonly operator: string;
  readonly value: string;
  /** Several values, with the operator `=|`. */
  readonly values?: readonly string[];
}

/** Keys of metadata are told from ours by this. */
export const METADATA_PREFIX = 'metadata.';

/** What can always be filtered by; metadata comes from the database. */
export const AD_HOC_KEYS = ['project', 'job', 'branch', 'test', 'status'] as const;
export type AdHocKey = (typeof AD_HOC_KEYS)[number];

export interface Filtered {
  readonly question: Question;
  /** Filters that the kind of question knows nothing of. */
  readonly ignored: readonly string[];
}

/**
 * Narrows a question by the dashboard's ad hoc filters. A filter takes the place of the question's own choice of the
 * same thing (the panel says "job a", the filter "job b": b); metadata is added to it.
 *
 * @throws {Error} with a sentence, where a filter says what cannot be asked.
 */
export function withAdHocFilters(question: Question, filters: readonly AdHocFilter[]): Filtered {
  const has = (name: FilterName) => definitionOf(question.kind).filters.includes(name);
  return filters.filter(isComplete).reduce<Filtered>(
    ({ question: narrowed, ignored }, filter) => {
      const { needs, fields } = fieldsOf(filter, narrowed);
      return has(needs)
        ? { question: { ...narrowed, ...fields }, ignored }
        : { question: narrowed, ignored: [...ignored, shownFilter(filter)] };
    },
    { question, ignored: [] },
  );
}

interface Narrowing {
  readonly needs: FilterName;
  readonly fields: Omit<Partial<Question>, 'kind'>;
}

function fieldsOf(filter: AdHocFilter, question: Question): Narrowing {
  if (filter.key.startsWith(METADATA_PREFIX)) return metadataFields(filter, question);
  const key = AD_HOC_KEYS.find((known) => known === filter.key);
  switch (key) {
    case 'project':
      return { needs: 'projects', fields: { projects: valuesOf(filter), projectKeys: undefined } };
    case 'job':
      return { needs: 'jobs', fields: { jobs: valuesOf(filter), jobKeys: undefined } };
    case 'branch':
      return { needs: 'branches', fields: { branches: valuesOf(filter), branchKeys: undefined } };
    case 'status':
      return { needs: 'statuses', fields: { statuses: valuesOf(filter).map(statusOf) } };
    case 'test':
      return testFields(filter);
    case undefined:
      throw new Error(TEXTS.adHoc.unknownKey(filter.key, [...AD_HOC_KEYS, `${METADATA_PREFIX}…`]));
  }
}

/** A filter on tests takes the place of every way in which the question names tests. */
function testFields(filter: AdHocFilter): Narrowing {
  const others = { testKeys: undefined, testPrefix: undefined, testSearch: undefined };
  if (filter.operator === '=~') {
    return { needs: 'testPattern', fields: { ...others, tests: undefined, testPattern: filter.value } };
  }
  return { needs: 'tests', fields: { ...others, testPattern: undefined, tests: valuesOf(filter) } };
}

function metadataFields(filter: AdHocFilter, { metadata = [] }: Question): Narrowing {
  const [value = '', ...others] = valuesOf(filter);
  if (others.length > 0) throw new Error(TEXTS.adHoc.oneValue(shownFilter(filter)));
  const pair = { key: filter.key.slice(METADATA_PREFIX.length), value };
  return { needs: 'metadata', fields: { metadata: [...metadata, pair] } };
}

function valuesOf(filter: AdHocFilter): readonly string[] {
  if (filter.operator === '=|') return filter.values ?? [filter.value];
  if (filter.operator === '=') return [filter.value];
  throw new Error(TEXTS.adHoc.operator(shownFilter(filter)));
}

function statusOf(value: string): Status {
  const status = STATUSES.find((known) => known === value);
  if (status === undefined) throw new Error(TEXTS.adHoc.status(value, STATUSES));
  return status;
}

/** While somebody types, Grafana hands over halves. */
function isComplete({ key, operator }: AdHocFilter): boolean {
  return key !== '' && operator !== '';
}

function shownFilter({ key, operator, value, values }: AdHocFilter): string {
  return `${key} ${operator} ${values === undefined ? value : values.join(', ')}`;
}
