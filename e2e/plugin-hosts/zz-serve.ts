import { writeFileSync } from 'node:fs';
import { HostStack } from './src/host-stack';
import { findLibraries, GRAFANA_VERSIONS } from './src/grafana-libraries';
void (async () => {
  const t = Date.now();
  const stack = await HostStack.start();
  console.log('stack', Date.now() - t);
  const dev: Record<string, string> = { owner: stack.data.database.ownerUrl, preview: stack.data.url };
  const stop = () => void stack.stop().then(() => process.exit(0));
  process.on('SIGTERM', stop); process.on('SIGINT', stop);
  for (const v of GRAFANA_VERSIONS) { const l = findLibraries(v, console.log); if ('directory' in l) { dev[v] = await stack.serve(v, l.directory); console.log(v, dev[v], Date.now()-t); } }
  writeFileSync('/tmp/w/V/dev.json', JSON.stringify(dev));
  console.log('ready');
  setInterval(() => {}, 1000);
})();
