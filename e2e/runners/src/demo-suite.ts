import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLASSES = ['Alpha', 'Beta', 'Gamma'] as const;
const PREFIX = 'demo.tests';

/** Seconds that each test takes, as its runs say; two of the fourteen have never run. */
export const KNOWN_SECONDS: ReadonlyMap<string, number> = new Map([
  [`${PREFIX}.test_attr.TestAttr.test_attr_0[gate,smoke]`, 30],
  ...times('Alpha', [100, 5, 5, 5]),
  ...times('Beta', [40, 40, 5, 5]),
  ...times('Gamma', [1, 1, 1]),
]);

/** Tests of the suite, those that have never run too. */
export const TESTS = 14;

function times(name: string, seconds: readonly number[]): [string, number][] {
  return seconds.map((value, index) => [`${PREFIX}.test_demo.Test${name}.test_${name.toLowerCase()}_${index}`, value]);
}

/** A small suite in a directory of its own, set up for both runners. Its tests take no time at all. */
export function makeDemoSuite(): string {
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-runners-e2e-'));
  const tests = join(directory, 'demo', 'tests');
  mkdirSync(tests, { recursive: true });
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(directory, name), `${lines.join('\n')}\n`);
  write('demo/__init__.py', []);
  write('demo/tests/__init__.py', []);
  write('demo/tests/test_demo.py', ['import unittest', ...CLASSES.flatMap(classOf)]);
  write('demo/tests/test_attr.py', [
    'import testtools',
    'from testtools.testcase import WithAttributes, attr',
    'class TestAttr(WithAttributes, testtools.TestCase):',
    ...[0, 1].flatMap((index) => ["    @attr('gate', 'smoke')", `    def test_attr_${index}(self): pass`]),
  ]);
  write('.stestr.conf', ['[DEFAULT]', 'test_path=./demo/tests', 'top_dir=./']);
  write('.testr.conf', [
    '[DEFAULT]',
    'test_command=/usr/bin/python3 -m subunit.run discover -t ./ ./demo/tests $LISTOPT $IDOPTION',
    'test_id_option=--load-list $IDFILE',
    'test_list_option=--list',
  ]);
  return directory;
}

function classOf(name: string): readonly string[] {
  const methods = [0, 1, 2, 3].map((index) => `    def test_${name.toLowerCase()}_${index}(self): pass`);
  return [`class Test${name}(unittest.TestCase):`, ...methods];
}
