import { CommandError } from '../errors';
import { defineCommand } from '../command';
import { EXIT, worstOf } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { formatCount } from '../format';
import { defaultUrl, URL_FLAG } from '../service-url';
import type { Terminal } from '../terminal/terminal';
import { uploadFile } from '../upload/upload-file';
import type { Uploaded } from '../upload/upload-file';
import { runsUrl, uploadOptions } from '../upload/upload-options';
import type { UploadOptions } from '../upload/upload-options';

export const uploadCommand = defineCommand({
  name: 'upload',
  describe: 'Posts each file as one run and prints its id and address.',
  takesFiles: true,
  flags: [
    URL_FLAG,
    {
      flags: '--token <token>',
      describe: 'write token (better: the variable TESTMETRICS_TOKEN, which no process list shows)',
    },
    { flags: '--meta <key=value>', describe: 'metadata of the run, as often as needed', repeatable: true },
    { flags: '--run-id <uuid>', describe: "the run's id (default: chosen by the service)" },
    { flags: '--run-at <time>', describe: 'when the run was, ISO 8601 with zone (default: its earliest test)' },
    { flags: '--artifacts <url>', describe: 'where the logs of the run are' },
    { flags: '--retries <count>', describe: 'how often to repeat after a failure that may pass (default: 8)' },
    { flags: '--json', describe: "print the service's whole answer, one line a run" },
  ],
  examples: [
    'testmetrics upload testrepository.subunit.gz --meta build_name=tempest-full --meta project=nova',
    'stestr last --subunit | testmetrics upload - --meta build_name=unit',
  ],
  notes: `
Repeating an upload is safe: the service knows it again and stores it once.
Prints one line a file: the run's id and its address.`,
  options: uploadOptions,
  handler: uploadAll,
});

async function uploadAll(options: UploadOptions, terminal: Terminal): Promise<ExitStatus> {
  const url = runsUrl(options.url ?? defaultUrl(terminal), options);
  const token = options.token ?? terminal.env['TESTMETRICS_TOKEN'];
  const statuses: ExitStatus[] = [];
  for (const file of options.files) {
    try {
      const uploaded = await uploadFile({ file, url, token, retries: options.retries }, terminal);
      statuses.push(await report(uploaded, options, file, terminal));
    } catch (error) {
      // The other files are other runs: they are not given up.
      if (!(error instanceof CommandError) || options.files.length === 1) throw error;
      terminal.say(`testmetrics: ${error.message}`);
      statuses.push(EXIT.failed);
    }
  }
  return worstOf(statuses);
}

async function report(
  { reply, text, page }: Uploaded,
  { json }: UploadOptions,
  file: string,
  { stdout, say }: Terminal,
): Promise<ExitStatus> {
  stdout.write(json ? `${text}\n` : `${reply.id} ${page}\n`);
  await stdout.flush();
  say(`${file}: ${describeRun(reply)}`);
  return reply.damage.length > 0 ? EXIT.damaged : EXIT.done;
}

function describeRun({ tests, duplicate, complete, damage }: Uploaded['reply']): string {
  const parts = [
    duplicate ? 'was stored before' : 'stored',
    `${formatCount(tests.total)} ${tests.total === 1 ? 'test' : 'tests'}`,
    `${formatCount(tests.fail + tests.uxsuccess)} failed`,
    ...(tests.unfinished > 0 ? [`${formatCount(tests.unfinished)} unfinished`] : []),
    ...(damage.length > 0 ? [`${formatCount(damage.length)} damaged places`] : []),
    ...(complete ? [] : ['incomplete']),
  ];
  return parts.join(', ');
}
