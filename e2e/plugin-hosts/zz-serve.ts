import { HostStack } from './src/host-stack';
import { findLibraries, GRAFANA_VERSIONS } from './src/grafana-libraries';
void (async () => {
  const t = Date.now();
  const stack = await HostStack.start();
  console.log('stack', Date.now() - t);
  for (const v of GRAFANA_VERSIONS) {
    const l = findLibraries(v, console.log);
    if ('directory' in l) console.log(v, await stack.serve(v, l.directory), Date.now() - t);
  }
  console.log('preview', stack.data.url);
  process.on('SIGTERM', () => void stack.stop().then(() => process.exit(0)));
  setInterval(() => {}, 1000);
})();
