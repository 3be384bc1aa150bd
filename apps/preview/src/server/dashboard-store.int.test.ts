import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DashboardStore } from './dashboard-store';

let directory: string;
let store: DashboardStore;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'testmetrics-dashboards-'));
  mkdirSync(join(directory, 'dashboards'));
  mkdirSync(join(directory, 'plugin'));
  store = new DashboardStore({ provisioning: directory, plugin: join(directory, 'plugin') });
});

afterEach(() => rmSync(directory, { recursive: true }));

const write = (place: 'dashboards' | 'plugin', uid: string) =>
  writeFileSync(join(directory, place, `${uid}.json`), JSON.stringify({ uid, title: uid, panels: [] }));

const uids = async () => (await store.all()).map(({ uid, flavour }) => `${flavour} ${uid}`);

describe('DashboardStore', () => {
  it('should list the app dashboards from the whole to the part, and those on plain MySQL after them', async () => {
    for (const uid of ['tm-service', 'tm-job', 'tm-overview', 'own']) write('plugin', uid);
    for (const uid of ['tm-sql-test', 'tm-sql-overview']) write('dashboards', uid);
    expect(await uids()).toEqual([
      ...['app tm-overview', 'app tm-job', 'app tm-service', 'app own'],
      ...['mysql tm-sql-overview', 'mysql tm-sql-test'],
    ]);
  });

  it('should take the one of the app where a uid is there twice', async () => {
    write('plugin', 'tm-job');
    write('dashboards', 'tm-job');
    expect(await uids()).toEqual(['app tm-job']);
  });

  it('should do without the plugin', async () => {
    write('dashboards', 'tm-sql-job');
    rmSync(join(directory, 'plugin'), { recursive: true });
    expect(await uids()).toEqual(['mysql tm-sql-job']);
  });

  it('should say where it looked when there are none, and which file is no dashboard', async () => {
    const nowhere = new DashboardStore({ provisioning: '/nowhere', plugin: '/nowhere' });
    await expect(nowhere.all()).rejects.toThrow('There are no dashboards in /nowhere/dashboards.');
    writeFileSync(join(directory, 'dashboards', 'broken.json'), '{');
    await expect(store.all()).rejects.toThrow('broken.json is no dashboard');
  });
});
