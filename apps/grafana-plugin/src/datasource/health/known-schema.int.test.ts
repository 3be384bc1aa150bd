import { KNOWN_SCHEMA } from '@testmetrics/questions';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const MIGRATIONS = join(__dirname, '../../../../../libs/database/src/migrations');

describe('KNOWN_SCHEMA', () => {
  it('should be the newest migration, or the health check would call our own database newer than the plugin', () => {
    const names = readdirSync(MIGRATIONS)
      .filter((file) => /^\d{8}-\d{2}-.*(?<!\.test)\.ts$/.test(file))
      .map((file) => file.slice(0, -'.ts'.length));
    expect(names.sort().at(-1)).toBe(KNOWN_SCHEMA);
  });
});
