import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { GRAPH_NAMES, OPERATIONS } from '@testmetrics/api-contract';
import { QUESTION_CATALOG } from '@testmetrics/questions';

import { ENDPOINTS, FUNCTIONS, OPTIONS } from './reference-inventory';

const ROOT = join(__dirname, '../../..');
const COMMANDS = join(ROOT, 'apps/cli/src/commands');

interface Row {
  readonly theirs: string;
  readonly ours: string;
  readonly remarks: string;
}

const ROWS = readFileSync(join(ROOT, 'docs/parity.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| `/.test(line))
  .map((line): Row => {
    const [, theirs = '', ours = '', remarks = ''] = line.split('|').map((cell) => cell.trim());
    return { theirs: theirs.replaceAll('`', ''), ours, remarks };
  });

function namesIn(pattern: RegExp): string[] {
  return ROWS.flatMap(({ ours, remarks }) =>
    [...`${ours} ${remarks}`.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
}

/** What there is of a command: its file, the folder of its name, and the options that commands which ask share. */
function commandSources(): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const file of readdirSync(COMMANDS).filter((name) => name.endsWith('-command.ts'))) {
    const text = readFileSync(join(COMMANDS, file), 'utf8');
    const name = /\bname: '([a-z-]+)'/.exec(text)?.[1] ?? '';
    const shared = text.includes("'../asking/") ? folderText(join(ROOT, 'apps/cli/src/asking')) : '';
    const own = folderText(join(ROOT, 'apps/cli/src', name));
    sources.set(file.startsWith('db-') ? `db ${name}` : name, text + own + shared);
  }
  return sources;
}

function folderText(folder: string): string {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

describe('docs/parity.md', () => {
  it('should have a row for every function, endpoint and option of the reference, and each once', () => {
    const wanted = [...FUNCTIONS, ...ENDPOINTS, ...OPTIONS];
    expect(FUNCTIONS).toHaveLength(67);
    const found = ROWS.map(({ theirs }) => theirs).filter((theirs) => !/^expire .|^expire --/.test(theirs));
    expect([...found].sort()).toEqual([...wanted].sort());
  });

  it('should say in each row what does the same, or why nothing does', () => {
    const bare = ROWS.filter(({ ours }) => !/`[^`]+`|^none: .|^here$/.test(ours));
    expect(bare).toEqual([]);
  });

  it('should name operations of the service, with parameters that they take', () => {
    const named = namesIn(/`((?:GET|POST) [^`]+)`/g);
    expect(named.length).toBeGreaterThan(40);
    const wrong = named.filter((name) => {
      const [, method = '', path = '', query = ''] = /^(GET|POST) ([^?]+)(?:\?(.*))?$/.exec(name) ?? [];
      const operation = OPERATIONS.find((one) => one.method === method.toLowerCase() && one.path === path);
      if (operation === undefined) return true;
      const parameter = query.replace(/=$/, '');
      if (parameter === 'meta.KEY') return operation.takesMetadata !== true && operation.isUpload !== true;
      return parameter !== '' && !(parameter in (operation.query?.shape ?? {}));
    });
    expect(wrong).toEqual([]);
  });

  it('should name questions that are in the catalog', () => {
    const named = namesIn(/question `([^`]+)`/g);
    expect(named.length).toBeGreaterThan(20);
    const kinds = QUESTION_CATALOG.map(({ kind }): string => kind);
    expect(named.filter((name) => !kinds.includes(name))).toEqual([]);
  });

  it('should name every graph under the name that it has in the reference', () => {
    const drawn = ROWS.filter(({ theirs, ours }) => ours.startsWith(`\`testmetrics graph ${theirs}`));
    expect(drawn.map(({ theirs }) => theirs)).toEqual(GRAPH_NAMES);
  });

  it('should name commands that there are, with options that they have', () => {
    const sources = commandSources();
    const named = namesIn(/`testmetrics ((?!--version)[^`]+)`/g);
    expect(named.length).toBeGreaterThan(10);
    const wrong = named.filter((call) => {
      const words = call.split(' ');
      const name = words[0] === 'db' ? words.slice(0, 2).join(' ') : (words[0] ?? '');
      const text = sources.get(name);
      const options = words.filter((word) => word.startsWith('--'));
      const shared = ['--database', '--json'];
      return text === undefined || options.some((option) => !text.includes(`'${option}`) && !shared.includes(option));
    });
    expect(wrong).toEqual([]);
  });
});
