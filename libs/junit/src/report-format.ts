/** The root element has to begin within so many bytes. */
export const REPORT_LOOK_AHEAD_BYTES = 64 * 1024;

const ROOT = /^<(?:[\w.-]+:)?testsuites?(?:\s|\/|>)/;
/** A name that may be cut. */
const SHORT_START = /^<?[\w.:-]{0,100}$/;

/** First bytes of a byte order mark, or of UTF-16 without one. */
const MARK_STARTS = new Set([0, 0xef, 0xfe, 0xff]);

/** Whether bytes are a JUnit report: the first element of their XML is `testsuites` or `testsuite`. `open` = more have to be seen. */
export function reportFormat(bytes: Uint8Array): 'junit' | 'other' | 'open' {
  if (bytes.length < 4 && MARK_STARTS.has(bytes[0] ?? 0)) return 'open';
  const text = prologText(bytes.subarray(0, REPORT_LOOK_AHEAD_BYTES));
  const rest = afterProlog(text);
  const undecided = bytes.length < REPORT_LOOK_AHEAD_BYTES ? 'open' : 'other';
  if (rest === null) return undecided;
  if (ROOT.test(rest)) return 'junit';
  return rest === '' || (rest.startsWith('<') && SHORT_START.test(rest)) ? undecided : 'other';
}

/** ASCII is all that a prolog needs: zero bytes of UTF-16 and byte order marks are left out. */
function prologText(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '');
}

/** What follows the XML declaration, comments and document type; `null` where one of them is cut. */
function afterProlog(text: string): string | null {
  let rest = text.trimStart();
  while (rest.startsWith('<?') || rest.startsWith('<!')) {
    const length = lengthOfPart(rest);
    if (length === null) return null;
    rest = rest.slice(length).trimStart();
  }
  return rest;
}

function lengthOfPart(rest: string): number | null {
  if (rest.startsWith('<?')) return endOf(rest, '?>');
  if (rest.startsWith('<!--')) return endOf(rest, '-->');
  const subset = /^<!DOCTYPE[^[>]*\[/i.test(rest) ? endOf(rest, ']') : 0;
  return subset === null ? null : endOf(rest, '>', subset);
}

function endOf(text: string, mark: string, from = 0): number | null {
  const at = text.indexOf(mark, from);
  return at < 0 ? null : at + mark.length;
}
