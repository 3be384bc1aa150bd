import { splitAttributes } from '@testmetrics/domain';

/** An id without the brackets at its end, be they attributes or parameters. */
export function withoutBrackets(id: string): string {
  return splitAttributes(id)?.name ?? id;
}

/**
 * What a test belongs to, as far as its id tells: `a.b.Class` of `a.b.Class.test_x[id-1]`, `f.py::Class` of
 * `f.py::Class::test_x[1]`, `github.com/a/b` of `github.com/a/b.TestX`. '' where it tells nothing.
 */
export function classOf(id: string): string {
  const name = withoutBrackets(id);
  const colons = name.lastIndexOf('::');
  if (colons >= 0) return name.slice(0, colons);
  const end = Math.max(name.lastIndexOf('.'), name.lastIndexOf('/'));
  return end < 0 ? '' : name.slice(0, end);
}
