import { type DashboardJson } from '../scene/dashboard-json';
import { dashboardLinks } from './dashboard-links';

const make = (uid: string, variables: string[], tags = ['ours']): DashboardJson => ({
  uid,
  flavour: 'app',
  title: uid,
  description: '',
  tags,
  panels: [],
  links: [{ type: 'dashboards', tags: ['ours'] }],
  templating: { list: variables.map((name) => ({ type: 'query', name })) },
});

describe('dashboardLinks()', () => {
  it('should carry the time range and the variables that the other dashboard has too', () => {
    const all = [make('a', ['job', 'test']), make('b', ['job']), make('c', [], ['theirs'])];
    const links = dashboardLinks(all[0]!, all, '?from=now-1h&to=now&refresh=5s&var-job=1&var-job=2&var-test=3');
    expect(links).toEqual([
      { title: 'a', url: '/d/a?from=now-1h&to=now&var-job=1&var-job=2&var-test=3', isCurrent: true },
      { title: 'b', url: '/d/b?from=now-1h&to=now&var-job=1&var-job=2', isCurrent: false },
    ]);
  });

  it('should stay within the flavour', () => {
    const one = make('a', []);
    expect(dashboardLinks(one, [one, { ...make('b', []), flavour: 'mysql' }], '')).toHaveLength(1);
  });

  it('should leave the address short where there is nothing to carry', () => {
    const one = make('a', []);
    expect(dashboardLinks(one, [one], '')[0]?.url).toBe('/d/a');
  });
});
