import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIRECTORIES, generatedFiles } from './generated-files';

const ROOT = join(__dirname, '../../..');

describe('the committed files', () => {
  it.each([...generatedFiles()])(
    'should be what the generator writes: run "npm run generate" after a change, and change none by hand: %s',
    (path, text) => {
      expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
    },
  );

  it.each(Object.values(DIRECTORIES))('should be all that lies in %s', (directory) => {
    const committed = readdirSync(join(ROOT, directory)).filter((name) => name.endsWith('.json'));
    expect(committed.map((name) => join(directory, name)).filter((path) => !generatedFiles().has(path))).toEqual([]);
  });
});
