import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { generatedFiles } from './generated-files';

const root = resolve(process.argv[2] ?? '.');
for (const [name, text] of generatedFiles()) {
  const path = resolve(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
