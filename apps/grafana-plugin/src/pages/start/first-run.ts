/** Where the ingest service listens unless somebody says otherwise. */
const DEFAULT_ADDRESS = 'http://127.0.0.1:8080';

/** A command to copy into a shell. */
export function firstRunCommand(ingestUrl: string | undefined): string {
  const address = (ingestUrl ?? '').trim().replace(/\/+$/, '') || DEFAULT_ADDRESS;
  return [
    'curl -fsS --retry 8 --retry-connrefused \\',
    '  -H "Authorization: Bearer $TOKEN" \\',
    '  --data-binary @testrepository.subunit.gz \\',
    `  '${address.replaceAll("'", '')}/v1/runs?meta.build_name=unit&meta.project=nova&meta.build_branch=main'`,
  ].join('\n');
}
