import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Images cannot be built wherever these tests run, so what the files name is checked against what there is. */
describe('docker/', () => {
  it('should copy into the image only what is in the repository or is built there', () => {
    const copies = [...read('docker/Dockerfile').matchAll(/^COPY --from=build (\S+)/gm)].map(([, path = '']) => path);
    expect(copies.length).toBeGreaterThan(0);
    const made = ['/src', '/src/dist/apps'];
    const missing = copies.filter((path) => !made.includes(path) && !existsSync(join(ROOT, path.replace('/src/', ''))));
    expect(missing).toEqual([]);
  });

  it('should leave out of the build context nothing that the image needs', () => {
    const ignored = read('.dockerignore').trim().split('\n');
    for (const needed of ['apps', 'libs', 'tools', 'provisioning', 'package-lock.json', 'LICENSE', '.npmrc']) {
      expect(ignored).not.toContain(needed);
    }
  });

  it('should bundle and start apps that exist', () => {
    const files = read('docker/Dockerfile') + read('docker/compose.yaml');
    const named = [...files.matchAll(/apps\/([a-z-]+)/g)].map(([, name = '']) => name);
    const existing = readdirSync(join(ROOT, 'apps'));
    expect(named.filter((name) => !existing.includes(name))).toEqual([]);
    expect(new Set(named)).toEqual(new Set(['ingest', 'cli', 'preview']));
  });

  it('should mount files that exist', () => {
    const mounts = [...read('docker/compose.yaml').matchAll(/- \.\/(\S+?):\//g)].map(([, path = '']) => path);
    expect(mounts).toEqual(['database/testmetrics.cnf', 'database/10-viewer.sh']);
    for (const mount of mounts) expect(existsSync(join(ROOT, 'docker', mount))).toBe(true);
  });

  it('should set only variables that some source reads', () => {
    const settings = [...read('docker/compose.yaml').matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name = '']) => name);
    const readers =
      sourcesOf('apps') + sourcesOf('libs') + read('docker/Dockerfile') + read('docker/database/10-viewer.sh');
    const ofTheImage = ['MYSQL_DATABASE', 'MYSQL_USER', 'MYSQL_PASSWORD', 'MYSQL_ROOT_PASSWORD'];
    const unread = settings.filter((name) => !ofTheImage.includes(name) && !readers.includes(name));
    expect(unread).toEqual([]);
  });

  it('should ask for every password and know none', () => {
    const secrets = [...read('docker/compose.yaml').matchAll(/(?:PASSWORD|TOKENS): (.*)$/gm)].map(
      ([, value = '']) => value,
    );
    expect(secrets.length).toBe(4);
    for (const value of secrets) expect(value).toMatch(/^\$\{[A-Z_]+:\?.+\}$/);
  });

  it('should set what the private database sets, where MySQL has it', () => {
    const ours = read('libs/private-database/src/server-options.ts');
    for (const option of [
      'transaction-isolation',
      'default-time-zone',
      'max-allowed-packet',
      'innodb-flush-log-at-trx-commit',
    ]) {
      expect(read('docker/database/testmetrics.cnf')).toContain(option);
      expect(ours).toContain(option);
    }
  });
});

function sourcesOf(directory: string): string {
  return readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/src\/.*\.ts$/.test(file) && !/node_modules|\.test\.ts$/.test(file))
    .map((file) => read(join(directory, file)))
    .join('\n');
}
