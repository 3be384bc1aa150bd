import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync(join(ROOT, 'docs/adr')).map((name) => `docs/adr/${name}`),
];

/** Folders at the top whose names begin a path in a text. */
const PATH = /(?<![\w/.-])(?:apps|libs|e2e|docs|docker|tools|benchmarks|provisioning)\/[\w./-]*\w/g;
const LINK = /\]\((?!https?:|#)([^)#\s]+)/g;
const SCRIPT = /npm run (?:-s )?([a-z][\w:-]*)/g;

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

/** What a schema in a settings file names, at the beginning of its lines. */
function settingsOf(file: string): string[] {
  return matches(read(file), /^ {2,6}([A-Z][A-Z_]+): /gm);
}

/** The variables in the first column of a document's tables. */
function variablesIn(document: string): string[] {
  const rows = matches(read(document), /^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm);
  return rows.flatMap((cell) => matches(cell, /`([A-Z_]+)`/g));
}

const SERVICE = settingsOf('apps/ingest/src/config.ts');
const LAUNCHER = settingsOf('apps/launcher/src/settings.ts');

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);

  it('should link to files that exist', () => {
    const missing = matches(text, LINK).filter((link) => !existsSync(join(ROOT, dirname(document), link)));
    expect(missing).toEqual([]);
  });

  it('should name paths that exist', () => {
    const missing = matches(text, PATH).filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it('should name npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(matches(text, SCRIPT).filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe('the settings', () => {
  it('should be read from the sources', () => {
    expect(SERVICE).toContain('TESTMETRICS_MAX_UPLOAD');
    expect(LAUNCHER).toContain('GRAFANA_HOME');
  });

  it('should all stand in docs/operations.md, and no others', () => {
    const client = ['TESTMETRICS_URL', 'TESTMETRICS_TOKEN'];
    expect(variablesIn('docs/operations.md').sort()).toEqual([...new Set([...SERVICE, ...LAUNCHER, ...client])].sort());
  });

  it('should exist where README.md names them', () => {
    const known = new Set([...SERVICE, ...LAUNCHER]);
    const named = variablesIn('README.md');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('docs/adr/README.md', () => {
  it('should list every decision', () => {
    const decisions = readdirSync(join(ROOT, 'docs/adr')).filter((name) => /^\d{4}-/.test(name));
    expect(matches(read('docs/adr/README.md'), /\]\((\d{4}-[^)]+)\)/g).sort()).toEqual(decisions.sort());
  });
});

describe('docs/protocol.md and docs/junit.md', () => {
  it('should explain every code of damage, and no other', () => {
    const codes = matches(read('libs/subunit/src/stream-item.ts'), /\| '(\w+)'/g).filter(
      (code) => code.includes('_') || code === 'truncated',
    );
    const explained = ['docs/protocol.md', 'docs/junit.md'].flatMap((file) => {
      const [, table = ''] = /^\| code \| what was found \|\n([\s\S]*?)\n\n/m.exec(read(file)) ?? [];
      return matches(table, /^\| `(\w+)` \|/gm);
    });
    expect([...new Set(explained)].sort()).toEqual(codes.sort());
  });
});
