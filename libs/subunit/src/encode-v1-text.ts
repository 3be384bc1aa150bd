import { EncodeError } from './encode-error';
import { isWellFormed } from './packet-writer';

const utf8 = new TextEncoder();

/** Text of one line of version 1. @throws EncodeError for line breaks, NUL and lone surrogates */
export function checkV1Line(value: string, field: string): string {
  if (value.includes('\n')) throw new EncodeError('bad_text', field, 'one line', 'a line break');
  if (value.includes('\0')) throw new EncodeError('bad_text', field, 'text without NUL', 'a NUL');
  if (!isWellFormed(value)) throw new EncodeError('bad_text', field, 'well-formed Unicode', 'a lone surrogate');
  return value;
}

/** A test's label. What is nothing but white space would be read as a line of text. */
export function checkV1Label(testId: string): string {
  if (/^[ \t\v\f\r]*$/.test(testId)) throw new EncodeError('bad_text', 'test id', 'more than white space', 'none');
  return checkV1Line(testId, 'test id');
}

/** One word of a `tags:` line. A leading minus would take the tag away. */
export function checkV1Tag(tag: string): string {
  if (tag === '' || tag.startsWith('-') || /\s/.test(tag)) {
    throw new EncodeError(
      'bad_text',
      'tag',
      'a word without white space that does not begin with -',
      JSON.stringify(tag),
    );
  }
  return checkV1Line(tag, 'tag');
}

export function utf8Of(text: string): Uint8Array {
  return utf8.encode(text);
}
