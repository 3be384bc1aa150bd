import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/** Builds the folder that Grafana's plugin directory takes, with webpack as `@grafana/create-plugin` set it up. */
export async function bundle({ root, outDir }) {
  const webpack = createRequire(import.meta.url).resolve('webpack-cli/bin/cli.js');
  const args = [webpack, '--config', 'webpack.config.ts', '--env', 'production', '--env', `outDir=${outDir}`];
  // Its summary would stand between the lines of whoever asked for the build; what is wrong is shown.
  const child = spawn(process.execPath, [...args, '--stats', 'errors-warnings'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code, signal) => resolve(code ?? signal));
  });
  if (status !== 0) throw new Error(`webpack ended with ${status}; its words stand above.`);
}
