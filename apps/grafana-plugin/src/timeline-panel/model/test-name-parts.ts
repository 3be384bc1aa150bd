/** The parts of a dotted Python test name; those that there are not are ''. */
export interface TestNameParts {
  readonly module: string;
  readonly className: string;
  readonly method: string;
}

/** What unittest calls the fixtures of a class, which have no test's name. */
const FIXTURE = /^(setUpClass|tearDownClass|setUpModule|tearDownModule) \(([^()]+)\)$/;

/** Splits `pkg.mod.Class.test_x(scenario.a)[attrs]`; what is in brackets belongs to the method, dots and all. */
export function splitTestName(name: string): TestNameParts {
  const fixture = FIXTURE.exec(name);
  if (fixture !== null) return splitTestName(`${fixture[2]}.${fixture[1]}`);
  const bracket = name.search(/[([{<\s]/);
  const dotted = bracket === -1 ? name : name.slice(0, bracket);
  if (dotted.includes('::')) return splitPytestName(name, dotted);
  const last = dotted.lastIndexOf('.');
  if (last <= 0) return { module: '', className: '', method: name };
  const before = dotted.slice(0, last);
  const dot = before.lastIndexOf('.');
  const maybeClass = before.slice(dot + 1);
  const method = name.slice(last + 1);
  if (!/^_*[A-Z]/.test(maybeClass)) return { module: before, className: '', method };
  return { module: dot === -1 ? '' : before.slice(0, dot), className: maybeClass, method };
}

/** Splits `dir/file.py::Class::test_x[a]`. */
function splitPytestName(name: string, dotted: string): TestNameParts {
  const last = dotted.lastIndexOf('::');
  const [module = '', ...classes] = dotted.slice(0, last).split('::');
  return { module, className: classes.join('::'), method: name.slice(last + 2) };
}

/** The part of a name that tells it from its neighbours, for a box or a list. */
export function shortName(name: string): string {
  const { className, method } = splitTestName(name);
  return className === '' ? method : `${className}.${method}`;
}
