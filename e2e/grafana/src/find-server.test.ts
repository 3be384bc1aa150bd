import { findServer } from './find-server';

describe('findServer()', () => {
  it('should take the server that runs before one that has to be started', () => {
    expect(findServer({ GRAFANA_URL: 'http://g/', GRAFANA_HOME: '/opt/g', TESTMETRICS_URL: 'http://t' })).toEqual({
      kind: 'running',
      url: 'http://g',
      ingestUrl: 'http://t',
    });
  });

  it('should do without a service to post to', () => {
    expect(findServer({ GRAFANA_URL: 'http://g', TESTMETRICS_URL: '' })).toMatchObject({ ingestUrl: null });
  });

  it('should say what is missing where there is nothing; an empty variable is none', () => {
    const found = findServer({ GRAFANA_URL: '', GRAFANA_HOME: '' });
    expect(found).toMatchObject({ kind: 'none', reason: expect.stringContaining('GRAFANA_HOME') });
  });
});
