import { type Attachment, type Attempt } from './attempt';
import { attachmentsOf, type AttachmentIndex } from './read-attachments';

/** The dashboard's variable that loads the attachments of the selected test. */
export interface AttachmentsVariable {
  readonly name: string;
  readonly value: string;
}

/**
 * The variable of this name with its value, as Grafana replaces it in a text; null where the dashboard has none.
 * `replaced` is what became of `variableText(name)`.
 */
export function readVariable(name: string, replaced: string): AttachmentsVariable | null {
  if (!isVariableName(name) || replaced === variableText(name)) return null;
  return { name, value: replaced };
}

export function variableText(name: string): string {
  return `\${${name}}`;
}

/** A name that cannot be one is not looked for: it would come back as another text. */
export function isVariableName(name: string): boolean {
  return /^\w+$/.test(name);
}

export interface AttachmentFacts {
  readonly attempt: Attempt;
  readonly index: AttachmentIndex | null;
  readonly variable: AttachmentsVariable | null;
  /** A query of the panel is running. */
  readonly isLoading: boolean;
}

export type AttachmentsState =
  | { readonly kind: 'loaded'; readonly attachments: readonly Attachment[] }
  | { readonly kind: 'loading' }
  /** It was asked for, and has none. */
  | { readonly kind: 'none' }
  /** Not asked for, and nothing here can ask: the panel has no query, or the dashboard no variable. */
  | { readonly kind: 'noQuery' | 'noVariable' };

/** What there is to show of an attempt's attachments. */
export function attachmentsState({ attempt, index, variable, isLoading }: AttachmentFacts): AttachmentsState {
  const attachments = index === null ? [] : attachmentsOf(index, attempt);
  if (attachments.length > 0) return { kind: 'loaded', attachments };
  const canAsk = variable !== null && attempt.testKey !== null;
  if (canAsk && (isLoading || variable.value !== String(attempt.testKey))) return { kind: 'loading' };
  if (index === null) return { kind: 'noQuery' };
  return { kind: canAsk ? 'none' : 'noVariable' };
}

/** The change of the page's address that loads the attachments of an attempt; null where nothing has to change. */
export function addressToLoad({ attempt, index, variable }: AttachmentFacts): Readonly<Record<string, string>> | null {
  if (variable === null || attempt.testKey === null) return null;
  if (index !== null && attachmentsOf(index, attempt).length > 0) return null;
  const value = String(attempt.testKey);
  return variable.value === value ? null : { [`var-${variable.name}`]: value };
}
