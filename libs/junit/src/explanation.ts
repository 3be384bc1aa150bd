import { failureLine } from '@testmetrics/domain';

/** Of a long text the beginning decides. */
const HEAD_CHARACTERS = 16 * 1024;
const CLASS_NAME = /^[A-Za-z_$][\w.$\\:]*$/;
/** What tools write where they have nothing to say. */
const EMPTY_WORDS = /^(?:the )?(?:test )?(?:failed|failure|error|skipped)[.!:]?$/i;

/** What a `failure`, `error` or `skipped` says of itself, before its text. */
export interface Statement {
  readonly message: string | null;
  readonly type: string | null;
}

/**
 * Puts type and message of a failure in front of its text, where the text does not begin with them.
 *
 * pytest and others show the message somewhere in the middle of the text, Java as its first line, others only as an attribute.
 */
export class Explanation {
  private head: string | null = '';

  constructor(
    private readonly statement: Statement,
    private readonly write: (text: string) => void,
  ) {}

  add(text: string): void {
    if (this.head === null) {
      this.write(text);
      return;
    }
    this.head += text;
    if (this.head.length > HEAD_CHARACTERS) this.decide(this.head);
  }

  finish(): void {
    if (this.head !== null) this.decide(this.head);
  }

  private decide(head: string): void {
    this.head = null;
    // A text of white space is the indentation of an element that has none.
    const text = head.trim() === '' ? '' : head.replace(/^\s*\n/, '');
    const line = statementLine(this.statement, text !== '');
    if (line !== '' && !says(text, this.statement)) this.write(text === '' ? line : `${line}\n\n`);
    if (text !== '') this.write(text);
  }
}

function statementLine({ message, type }: Statement, hasText: boolean): string {
  const said = message?.trim() ?? '';
  if (hasText && (said === '' || EMPTY_WORDS.test(said))) return '';
  const kind = type !== null && CLASS_NAME.test(type) && !said.startsWith(type) && !EMPTY_WORDS.test(type) ? type : '';
  return [kind, said].filter((part) => part !== '').join(': ');
}

/** Whether the text itself begins with the message, or would be quoted with it. */
function says(text: string, { message, type }: Statement): boolean {
  const said = firstLine(message ?? '');
  const first = firstLine(text);
  return [first, failureLine(text) ?? ''].some(
    (line) => line !== '' && said !== '' && (line.startsWith(said) || line.startsWith(`${type ?? ''}: ${said}`)),
  );
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.trimEnd() ?? '';
}
