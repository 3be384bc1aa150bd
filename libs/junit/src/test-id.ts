/** What stands between two parts where a name repeats the name of its class. */
const SEPARATORS = new Set([' ', '.', ':', '/', '#', '>', '\\']);
/** What Node's own runner writes as the class of every test. */
const NODE_CLASS = 'test';

export interface ReportedName {
  /** Of the test; `null` = not given. */
  readonly name: string | null;
  /** `null` = not given, which is not the same as empty. */
  readonly className: string | null;
  /** Names of the suites around the test, from the outermost. */
  readonly suites: readonly string[];
}

/**
 * The id of a test of a report: class and name with a dot between, as Java, Python and most others spell it.
 *
 * A name that repeats its class stands for itself (jest-junit). Where there is no class, or Node's `test`, the names of
 * the suites take its place; an empty class means that there is none.
 *
 * @returns an empty text where nothing has a name
 */
export function testIdOf({ name, className, suites }: ReportedName): string {
  const isMissing = className === null || className === NODE_CLASS;
  const owner = clean(isMissing ? suites.filter((suite) => suite !== '').join('.') : className);
  const own = clean(name ?? '');
  if (owner === '' || own === '') return own === '' ? owner : own;
  return repeats(own, owner) ? own.trim() : `${owner}.${own}`;
}

/** Class and name that give this id again. */
export function splitTestId(testId: string): { readonly className: string; readonly name: string } {
  const end = testId.search(/[[(\s]/);
  const dot = testId.lastIndexOf('.', end < 0 ? Infinity : end);
  const parts = { className: testId.slice(0, Math.max(dot, 0)), name: testId.slice(dot + 1) };
  return testIdOf({ ...parts, suites: [] }) === testId ? parts : { className: '', name: testId };
}

function repeats(name: string, className: string): boolean {
  return (
    name.startsWith(className) && (name.length === className.length || SEPARATORS.has(name[className.length] ?? ''))
  );
}

/** Ids are text without NUL, as a subunit stream has them; a half of a surrogate pair is no text. */
function clean(text: string): string {
  return text.replace(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
