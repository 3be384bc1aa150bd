import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGrafana } from './find-grafana';

describe('findGrafana()', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tm-grafana-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const install = (name: string): string => {
    const home = join(directory, 'grafana-11');
    mkdirSync(join(home, 'bin'), { recursive: true });
    mkdirSync(join(home, 'conf'));
    writeFileSync(join(home, 'conf/defaults.ini'), '');
    writeFileSync(join(home, 'bin', name), '#!/bin/sh\n');
    chmodSync(join(home, 'bin', name), 0o755);
    return home;
  };

  it('should take the one that is named', () => {
    const home = install('grafana');
    expect(findGrafana(home, '')).toEqual({ command: join(home, 'bin/grafana'), args: ['server'], home });
  });

  it('should know the older program', () => {
    const home = install('grafana-server');
    expect(findGrafana(home, '')).toEqual({ command: join(home, 'bin/grafana-server'), args: [], home });
  });

  it('should find one on the PATH, through a link', () => {
    const home = install('grafana');
    const bin = join(directory, 'bin');
    mkdirSync(bin);
    symlinkSync(join(home, 'bin/grafana'), join(bin, 'grafana'));
    expect(findGrafana(null, `/nowhere:${bin}`)?.home).toBe(home);
  });

  it('should go without where there is none', () => {
    expect(findGrafana(null, directory)).toBeNull();
  });

  it('should refuse a named place where there is none', () => {
    expect(() => findGrafana(directory, '')).toThrow(/GRAFANA_HOME/);
  });
});
