import { failureFileRank, failureLine, isFailing, TextExcerpt } from '@testmetrics/domain';
import type { ReportAttempt, ReportFile } from './report-to-write';
import type { XmlText } from './xml-text';

/** Of a failure that is none of an assertion's or an exception's; the reader knows them again. */
export const UNFINISHED_TYPE = 'unfinished';
export const UNEXPECTED_SUCCESS_TYPE = 'uxsuccess';
export const EXPECTED_FAILURE_TYPE = 'xfail';

const EXCEPTION = /^([A-Za-z_$][\w.$]*(?:Error|Exception|Failure|Failed|Fault|Exit|Interrupt|Warning))\b/;
const TEXT_TYPE = /^(?:text\/|application\/(?:json|xml|x-(?:yaml|sh|ndjson))|[^;]*\+(?:json|xml))/i;
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The verdict of an attempt as an element of `testcase`, empty for a success; and which file its text was taken from. */
export interface Verdict {
  readonly element: string;
  readonly file: ReportFile | null;
}

export function verdictOf(attempt: ReportAttempt, xml: XmlText): Verdict {
  const { status } = attempt;
  if (status === 'success') return { element: '', file: null };
  if (status === 'inprogress' || status === 'unknown') {
    return { element: element('error', attributes(UNFINISHED_TYPE, 'The test never ended.', xml), ''), file: null };
  }
  if (isFailing(status)) {
    const { attributeText, text, file } = failureOf(attempt, xml);
    return { element: element('failure', attributeText, xml.content(text)), file };
  }
  return skippedOf(attempt, xml);
}

/** A failed attempt that is not the one that `testcase` itself tells of; schemas ask for a type. */
export function rerunElement(name: string, attempt: ReportAttempt, times: string, xml: XmlText): string {
  const { attributeText, text, file } = failureOf(attempt, xml);
  const trace = element('stackTrace', '', xml.content(text));
  return `${element(name, attributeText + times, `${trace}${outputElements(attempt.files, file, xml)}`)}\n`;
}

/** All files but one: `stdout` and `stderr` under their names, others in the first with a heading. */
export function outputElements(files: readonly ReportFile[], but: ReportFile | null, xml: XmlText): string {
  const out: string[] = [];
  const err: string[] = [];
  for (const file of files) {
    if (file === but) continue;
    if (file.name === 'stderr') err.push(textOf(file));
    else out.push(file.name === 'stdout' ? textOf(file) : `---- ${file.name}\n${textOf(file)}`);
  }
  return optional('system-out', out, xml) + optional('system-err', err, xml);
}

function optional(name: string, texts: readonly string[], xml: XmlText): string {
  return texts.length === 0 ? '' : element(name, '', xml.content(texts.join('\n')));
}

function failureOf({ status, files }: ReportAttempt, xml: XmlText) {
  const file = bestFile(files);
  const text = file === null ? '' : textOf(file);
  const line = file === null ? null : failureLine(excerpt(file));
  const unexpected = status === 'uxsuccess';
  const type = unexpected ? UNEXPECTED_SUCCESS_TYPE : (EXCEPTION.exec(line ?? '')?.[1] ?? 'failure');
  const message = line ?? (unexpected ? 'The test succeeded unexpectedly.' : 'The test failed.');
  return { attributeText: attributes(type, message, xml), text, file };
}

function skippedOf({ status, files }: ReportAttempt, xml: XmlText): Verdict {
  const file = files.find(({ name }) => name === 'reason') ?? (status === 'xfail' ? bestFile(files) : null);
  const type = status === 'xfail' ? EXPECTED_FAILURE_TYPE : null;
  const text = file === null ? '' : textOf(file);
  const isLine = !text.trimEnd().includes('\n') && text.length <= 500;
  const message = file === null || !isLine ? null : text.trimEnd();
  return { element: element('skipped', attributes(type, message, xml), isLine ? '' : xml.content(text)), file };
}

function attributes(type: string | null, message: string | null, xml: XmlText): string {
  return xml.attribute('message', message) + xml.attribute('type', type);
}

function bestFile(files: readonly ReportFile[]): ReportFile | null {
  let best: { readonly file: ReportFile; readonly rank: number } | null = null;
  for (const file of files) {
    const rank = failureFileRank(file.name, file.contentType);
    if (rank !== null && isText(file) && (best === null || rank < best.rank)) best = { file, rank };
  }
  return best?.file ?? null;
}

function isText({ contentType }: ReportFile): boolean {
  return contentType === null || TEXT_TYPE.test(contentType);
}

/** What is no text is named, not shown. */
function textOf(file: ReportFile): string {
  if (isText(file)) return UTF8.decode(file.content);
  return `[${file.name}: ${file.contentType ?? 'no type'}, ${file.content.length} bytes, is not part of this report]\n`;
}

function excerpt({ content }: ReportFile): string {
  const text = new TextExcerpt();
  text.append(content);
  return text.toString();
}

function element(name: string, attributeText: string, content: string): string {
  return content === '' ? `<${name}${attributeText}/>` : `<${name}${attributeText}>${content}</${name}>`;
}
