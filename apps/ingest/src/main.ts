import './lean-heap';
import { explainError } from '@testmetrics/runtime';
import { startService } from './composition';
import { readConfig } from './config';

async function main(): Promise<void> {
  const { url, logger, shutdown } = await startService(readConfig(process.env));
  shutdown.listen();
  logger.info({ url }, 'listening');
  // Whoever started us with a channel learns the port that was chosen.
  process.send?.({ kind: 'listening', url });
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainError(error)}\n`);
  process.exit(1);
});
