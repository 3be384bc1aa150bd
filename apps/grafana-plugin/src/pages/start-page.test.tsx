import { setDataSourceSrv } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import { KNOWN_SCHEMA } from '@testmetrics/questions';
import React from 'react';
import { type HealthReport } from '../datasource/health/check-health';
import { type HealthFacts, verdict } from '../datasource/health/verdict';
import { setupUser } from '../testing/setup-user';
import { violations } from '../testing/violations';
import { StartPage } from './start-page';

const NEWEST = { runMs: Date.now(), receivedMs: Date.now(), job: 'full', waiting: 0, waitingSeconds: 0 };
const GOOD: HealthFacts = {
  ...{ name: 'Test Metrics', mysqlUid: 'db', mysql: { name: 'Results', type: 'mysql' } },
  ...{ probe: { value: true }, schema: { value: [KNOWN_SCHEMA] }, newest: { value: NEWEST } },
};

function open(report: () => Promise<HealthReport>, uids: readonly string[] = ['testmetrics']) {
  setDataSourceSrv({
    getList: () => uids.map((uid) => ({ uid, name: uid, type: 'testmetrics-ci-datasource' })),
    get: () => Promise.resolve({ report }),
  } as never);
  const props = { meta: { jsonData: { ingestUrl: 'https://ci.example' } } } as never;
  return render(<StartPage {...(props as object as React.ComponentProps<typeof StartPage>)} />);
}

const reported = (facts: HealthFacts) => Promise.resolve({ facts, health: verdict(facts) });

describe('StartPage', () => {
  it('should say that everything is connected, link to the dashboards, and show how to post a run', async () => {
    const { container } = open(() => reported(GOOD));
    expect(await screen.findByText(/Everything is connected/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Overview' })).toHaveAttribute('href', 'd/tm-overview');
    expect(screen.getByLabelText('Post a first run', { selector: 'pre' })).toHaveTextContent(
      'https://ci.example/v1/runs',
    );
    expect(await violations(container)).toEqual([]);
  });

  it('should say what is wrong, and check again when asked', async () => {
    const user = setupUser();
    let facts: HealthFacts = { ...GOOD, mysql: undefined };
    open(() => reported(facts));
    expect((await screen.findAllByText(/no datasource with the uid "db"/))[0]).toBeInTheDocument();
    facts = GOOD;
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText(/Everything is connected/)).toBeInTheDocument();
  });

  it('should say that the check itself failed', async () => {
    open(() => Promise.reject(new Error('plugin failed to load')));
    expect(await screen.findByText(/could not be made: plugin failed to load/)).toBeInTheDocument();
  });

  it('should lead to a new datasource where there is none', () => {
    open(() => reported(GOOD), []);
    expect(screen.getByRole('link', { name: 'Add a Test Metrics datasource' })).toBeInTheDocument();
  });

  it('should copy the command by keys', async () => {
    const user = setupUser();
    open(() => reported(GOOD));
    screen.getByRole('button', { name: 'Copy' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByText('Copied')).toBeInTheDocument());
    expect(await navigator.clipboard.readText()).toContain('curl -fsS');
  });
});
