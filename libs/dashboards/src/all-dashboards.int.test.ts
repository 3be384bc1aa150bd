import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboardFiles } from './all-dashboards';

const DIRECTORY = join(__dirname, '../../../provisioning/dashboards');

describe('provisioning/dashboards', () => {
  it('should be what the generator writes: run "npm run generate" after a change, and change no JSON by hand', () => {
    const committed = readdirSync(DIRECTORY).filter((name) => name.endsWith('.json'));
    expect(committed.sort()).toEqual([...dashboardFiles().keys()].sort());
    for (const [name, text] of dashboardFiles()) expect(readFileSync(join(DIRECTORY, name), 'utf8')).toBe(text);
  });
});
