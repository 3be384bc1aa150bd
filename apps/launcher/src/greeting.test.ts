import { greeting } from './greeting';

const INPUT = {
  endpoints: { ingest: 'http://127.0.0.1:8080', dashboards: 'http://127.0.0.1:3000', database: 'mysql://u:hidden@h/d' },
  dashboardsKind: 'preview',
  sampleRuns: 1_184,
  dataDirectory: '/srv/tm/.data',
  needsToken: false,
  grafanaPasswordFile: '/srv/tm/.data/grafana/admin-password',
} as const;

describe('greeting()', () => {
  it('should tell where to look and what to type, and no password', () => {
    const text = greeting(INPUT);
    expect(text).toContain('http://127.0.0.1:3000');
    expect(text).toContain("curl -fsS --data-binary @testrepository.subunit.gz 'http://127.0.0.1:8080/v1/runs?meta.");
    expect(text).not.toContain('hidden');
  });

  it('should say that there is sample data, and how to do without it', () => {
    expect(greeting(INPUT)).toMatch(/1184 runs.*sample=true/);
    expect(greeting(INPUT)).toContain('TESTMETRICS_SAMPLE=off');
    expect(greeting({ ...INPUT, sampleRuns: null })).not.toContain('ample');
  });

  it('should tell how to get into a Grafana, and name what is in it', () => {
    const text = greeting({ ...INPUT, dashboardsKind: 'grafana' });
    expect(text).toContain('http://127.0.0.1:3000/a/testmetrics-ci-app');
    expect(text).toContain('as admin with the password in /srv/tm/.data/grafana/admin-password');
    expect(greeting(INPUT)).not.toContain('admin');
  });

  it('should show where the token goes where one is needed', () => {
    expect(greeting({ ...INPUT, needsToken: true })).toContain("-H 'Authorization: Bearer SECRET'");
  });
});
