import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The bundle of an app: `dist/apps/NAME/main.js` of the checkout that holds this file. */
export function builtApp(name: string): string {
  for (let directory = __dirname; ; directory = dirname(directory)) {
    const candidate = join(directory, 'dist', 'apps', name, 'main.js');
    if (existsSync(candidate)) return candidate;
    if (dirname(directory) === directory)
      throw new Error(`expected dist/apps/${name}/main.js, found none: run npm run build`);
  }
}
