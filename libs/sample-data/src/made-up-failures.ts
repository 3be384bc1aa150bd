import type { Attachment, RecordedEnd } from './recorded-suite';
import type { TestInRun } from './test-in-run';

function traceback(text: string): Attachment {
  return {
    name: 'traceback',
    mimeType: 'text/x-traceback;charset="utf8";language="python"',
    bytes: new TextEncoder().encode(text),
  };
}

/** How a test ends that needs the network while there is none. */
export const OUTAGE_END: RecordedEnd = {
  status: 'fail',
  attachments: [
    traceback(
      [
        'Traceback (most recent call last):',
        '  File "/home/ci/src/tests/base.py", line 57, in setUp',
        '    self.services = fixtures.start_services(timeout=30)',
        '  File "/home/ci/src/tests/fixtures.py", line 112, in start_services',
        '    connection = socket.create_connection(self.endpoint, timeout=timeout)',
        "ConnectionRefusedError: [Errno 111] Connection refused: ('10.208.0.17', 5672)",
        '',
      ].join('\n'),
    ),
  ],
};

/** What unittest reports in place of the tests of a module that does not import. */
export function importFailure(module: string): TestInRun {
  const text = [
    `ImportError: Failed to import test module: ${module}`,
    'Traceback (most recent call last):',
    '  File "/usr/lib/python3.11/unittest/loader.py", line 419, in _find_test_path',
    '    module = self._get_module_from_name(name)',
    `  File "/home/ci/src/${module.replaceAll('.', '/')}.py", line 21, in <module>`,
    "ModuleNotFoundError: No module named 'testscenarios.compat'",
    '',
  ].join('\n');
  return {
    id: `unittest.loader._FailedTest.${module}`,
    durationMicros: 400,
    attempts: [{ status: 'fail', attachments: [traceback(text)] }],
  };
}
