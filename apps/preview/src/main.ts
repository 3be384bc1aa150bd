import { explainError } from '@testmetrics/runtime';
import { startPreview } from './server/composition';
import { readSettings } from './server/settings';

async function main(): Promise<void> {
  const { url, logger, shutdown } = await startPreview(readSettings(process.env, __dirname));
  shutdown.listen();
  logger.info({ url }, 'listening');
  // Whoever started us with a channel learns the port that was chosen.
  process.send?.({ kind: 'listening', url });
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exit(1);
});
