import { LoadingState, locationUtil } from '@grafana/data';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import React from 'react';
import { HistoryPanel } from './history-panel';
import { drawnFrame, frameOf, runsFrame } from './testing/frames';
import { panelProps } from './testing/panel-props';
import { TEXTS } from './texts';

const FRAME = drawnFrame({
  'api.Servers.test_boot': '.F.F',
  'api.Servers.test_halt': 'B...',
  'api.Nets.test_list': '....',
});

beforeAll(() => {
  locationUtil.initialize({
    config: { appSubUrl: '', appUrl: 'http://localhost/' } as never,
    getVariablesUrlParams: () => ({}),
    getTimeRangeForUrl: () => ({ from: 'now-7d', to: 'now' }),
  });
});

function show(...parameters: Parameters<typeof panelProps>): HTMLElement {
  return render(<HistoryPanel {...panelProps(...parameters)} />).container;
}

/** The rows of the table for screen readers: the name, the figure, the outcomes. */
function tableRows(): string[][] {
  const [, ...rows] = within(screen.getByRole('table')).getAllByRole('row');
  return rows.map((row) => [...row.children].map((cell) => cell.textContent ?? ''));
}

function names(): string[] {
  return tableRows().map(([name = '']) => name.replace(/.*\./, ''));
}

function grid(): HTMLElement {
  return screen.getByRole('application');
}

/** A panel of 1000 pixels: names end at this x; with three tests all cells are seen. */
function cellAt(row: number, column: number): { clientX: number; clientY: number } {
  const width = 26;
  const left = 1000 - 4 * width;
  const namesWidth =
    Number(
      grid()
        .firstElementChild?.getAttribute('style')
        ?.match(/width: ([\d.]+)px/)?.[1],
    ) -
    4 * width;
  expect(namesWidth).toBeLessThan(left);
  return { clientX: namesWidth + column * width + 5, clientY: 42 + row * 20 + 5 };
}

describe('HistoryPanel without a grid', () => {
  it('should say that a query without rows found nothing, and what to do', () => {
    show([frameOf({})]);
    expect(screen.getByRole('status')).toHaveTextContent(TEXTS.noHistory);
  });

  it('should say it in the words of the dashboard where it has some', () => {
    show([frameOf({})], { noValue: 'No periodic run yet.' });
    expect(screen.getByRole('status')).toHaveTextContent('No periodic run yet.');
  });

  it('should say what was expected, what came and which question to choose', () => {
    show([frameOf({ time: [1], Failed: [3] })]);
    const text = screen.getByRole('status').textContent;
    expect(text).toMatch(/Expected the columns test, run, time and outcome.*found time, Failed.*“History grid”/);
  });

  it('should say that there is no query, that it is running, or why it failed', () => {
    const { rerender } = render(<HistoryPanel {...panelProps([])} />);
    expect(screen.getByRole('status')).toHaveTextContent('no query yet');
    rerender(<HistoryPanel {...panelProps([], { state: LoadingState.Loading })} />);
    expect(screen.getByRole('status')).toHaveTextContent(TEXTS.loading);
    rerender(<HistoryPanel {...panelProps([], { state: LoadingState.Error, error: 'Access denied' })} />);
    expect(screen.getByRole('status')).toHaveTextContent('Access denied');
    rerender(<HistoryPanel {...panelProps([], { state: LoadingState.Error })} />);
    expect(screen.getByRole('status')).toHaveTextContent(TEXTS.queryFailed);
  });

  it('should not draw a grid without a column', () => {
    show([frameOf({ test: ['a'], run: [null], time: [null], outcome: ['passed'] })]);
    expect(screen.getByRole('status')).toHaveTextContent(TEXTS.noHistory);
  });
});

describe('HistoryPanel', () => {
  it('should have a table of what is seen for those who do not see it', () => {
    show([FRAME]);
    expect(screen.getByRole('table')).toHaveAccessibleName(/tests 1 to 3 of 3, columns 1 to 4 of 4/);
    expect(tableRows()[0]).toEqual(['api.Servers.test_boot', '2 of 4 (50 %)', 'Passed', 'Failed', 'Passed', 'Failed']);
    expect(screen.getAllByRole('columnheader')[2]).toHaveTextContent('2026-11-01 06:00:00, tempest-full');
  });

  it('should sort as the options say, and as the reader likes', async () => {
    show([FRAME], { options: { sort: 'name' } });
    expect(names()).toEqual(['test_list', 'test_boot', 'test_halt']);
    await userEvent.click(screen.getByRole('radio', { name: 'Most failing' }));
    expect(names()).toEqual(['test_boot', 'test_halt', 'test_list']);
  });

  it('should follow the options when they are changed', () => {
    const { rerender } = render(<HistoryPanel {...panelProps([FRAME])} />);
    rerender(<HistoryPanel {...panelProps([FRAME], { options: { onlyFailing: true, sort: 'name' } })} />);
    expect(names()).toEqual(['test_boot', 'test_halt']);
  });

  it('should show only failing tests where the switch is on', async () => {
    show([FRAME]);
    await userEvent.click(screen.getByLabelText(TEXTS.onlyFailing));
    expect(names()).toEqual(['test_boot', 'test_halt']);
  });

  it('should filter by words, say where nothing matches, and find the way back', async () => {
    show([FRAME]);
    const box = screen.getByRole('textbox', { name: TEXTS.filterLabel });
    await userEvent.type(box, 'servers -halt');
    expect(names()).toEqual(['test_boot']);
    await userEvent.type(box, ' nowhere');
    expect(screen.getByText(/No test matches “servers -halt nowhere”; there are 3 tests in all/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: TEXTS.clear }));
    expect(names()).toHaveLength(3);
  });

  it('should say what is wrong with a regular expression, and show everything', async () => {
    show([FRAME]);
    fireEvent.change(screen.getByRole('textbox', { name: TEXTS.filterLabel }), { target: { value: '/a(/' } });
    expect(screen.getByText(/unterminated/i)).toBeInTheDocument();
    expect(names()).toHaveLength(3);
  });

  it('should explain the cells in a legend, if it is wanted', () => {
    const { rerender } = render(<HistoryPanel {...panelProps([FRAME])} />);
    expect(
      within(screen.getByRole('list', { name: TEXTS.legend }))
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Passed', 'Failed', 'Flaky', 'Skipped', 'No result']);
    rerender(<HistoryPanel {...panelProps([FRAME], { options: { showLegend: false, showControls: false } })} />);
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('should leave the grid what room there is in a low panel', () => {
    show([FRAME], { height: 100 });
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(grid()).toBeInTheDocument();
  });

  it('should survive hostile names and a single test with a single run', () => {
    show([runsFrame([{ test: `<img src=x onerror=alert(1)>\u202e${'x'.repeat(4000)}`, run: 'r', outcome: 'failed' }])]);
    expect(document.querySelector('img')).toBeNull();
    expect(tableRows()).toHaveLength(1);
  });

  it('should have no accessibility violations', async () => {
    const container = show([FRAME]);
    act(() => grid().focus());
    fireEvent.keyDown(grid(), { key: ' ' });
    const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
    const { violations } = await axe.run(container.ownerDocument.body, { rules });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }, 60_000);
});

describe('HistoryPanel with a mouse', () => {
  it('should show a hint with outcome, duration and attempts', () => {
    const details = { seconds: 3.2, attempts: 2, message: 'AssertionError: 1 != 2\nmore' };
    show([runsFrame([...'0123'].map((n) => ({ test: 'a.test', run: `run-${n}`, outcome: 'flaky', ...details })))]);
    fireEvent.mouseMove(grid(), cellAt(0, 1));
    const hint = screen.getByRole('tooltip');
    for (const text of ['a.test', 'Flaky', '3.2 s', '2', 'AssertionError: 1 != 2', '2026-11-01 07:00:00'])
      expect(hint).toHaveTextContent(text);
    expect(hint).not.toHaveTextContent('more');
    fireEvent.mouseLeave(grid());
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  });

  it('should keep the card with links to the test and the run after a click, until a click elsewhere', () => {
    show([FRAME]);
    fireEvent.click(grid(), cellAt(0, 1));
    const card = screen.getByRole('dialog', { name: 'api.Servers.test_boot' });
    expect(
      within(card)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual([
      '/d/tm-test?var-job=4&var-search=1&var-test=1&from=now-7d&to=now',
      '/d/tm-run?var-job=4&var-run=run-1&from=now-7d&to=now',
    ]);
    fireEvent.pointerDown(card);
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('should lay a real link under the mouse over names and headings, and over cells where the options say so', () => {
    const container = show([FRAME], {
      options: { click: 'run', runLink: '/r/${__data.fields.run}', testLink: '/t/${__data.fields.test}' },
    });
    const linkAt = (point: { clientX: number; clientY: number }): string | null | undefined => {
      fireEvent.mouseMove(grid(), point);
      return container.querySelector('a')?.getAttribute('href');
    };
    expect(linkAt({ clientX: 5, clientY: 50 })).toBe('/t/api.Servers.test_boot');
    expect(linkAt({ ...cellAt(0, 2), clientY: 5 })).toBe('/r/run-2');
    expect(linkAt(cellAt(0, 3))).toBe('/r/run-3');
    expect(linkAt({ clientX: 5, clientY: 5 })).toBeUndefined();
  });

  it('should not follow addresses that are programs', () => {
    show([FRAME], { options: { testLink: 'javascript:alert(1)' } });
    fireEvent.click(grid(), cellAt(0, 0));
    expect(screen.getByRole('link', { name: 'Show this test' }).getAttribute('href')).not.toContain('javascript');
  });

  it('should zoom the dashboard to a bucket of time', async () => {
    const zoomed: unknown[] = [];
    const columns = {
      test: ['a', 'a', 'a', 'a'],
      time: [1000, 2000, 3000, 4000],
      passed: [1, 1, 1, 1],
      failed: [0, 2, 0, 0],
    };
    show([frameOf(columns)], { onChangeTimeRange: (range) => zoomed.push(range) });
    fireEvent.click(grid(), cellAt(0, 1));
    expect(screen.getByRole('dialog')).toHaveTextContent('2 of 3 (67 %) failed');
    await userEvent.click(screen.getByRole('button', { name: TEXTS.zoom }));
    expect(zoomed).toEqual([{ from: 2000, to: 3000 }]);
  });
});

describe('HistoryPanel with keys', () => {
  const press = (key: string, modifiers = {}): boolean => fireEvent.keyDown(grid(), { key, ...modifiers });
  const heard = (): string => document.querySelector('[aria-live=polite]')?.textContent ?? '';

  it('should begin at the newest result of the first test, and say where each key leads', () => {
    show([FRAME]);
    press('ArrowLeft');
    expect(heard()).toMatch(/^api\.Servers\.test_boot: Passed, Job tempest-full, Run 2026-11-01 08:00:00/);
    press('Home');
    expect(heard()).toContain('06:00:00');
    press('ArrowDown');
    expect(heard()).toMatch(/^api\.Servers\.test_halt: Flaky/);
    press('End', { ctrlKey: true });
    expect(heard()).toMatch(/^api\.Nets\.test_list: Passed.*09:00:00/);
    press('PageUp');
    expect(heard()).toMatch(/^api\.Servers\.test_boot: Failed.*09:00:00/);
  });

  it('should open the details with Enter, go into them, and come back with Escape', async () => {
    show([FRAME]);
    act(() => grid().focus());
    press('Home');
    press('Enter');
    const card = screen.getByRole('dialog', { name: 'api.Servers.test_boot' });
    await waitFor(() => expect(card).toContainElement(document.activeElement as HTMLElement));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(grid()).toHaveFocus();
  });

  it('should follow the link with Enter where the options say so, and show details with the space bar', () => {
    const followed: (string | null)[] = [];
    const container = show([FRAME], { options: { click: 'run' } });
    container.addEventListener('click', (event) => {
      followed.push((event.target as Element).getAttribute('href'));
      event.preventDefault();
    });
    press('End');
    press('Enter');
    expect(followed).toEqual(['/d/tm-run?var-job=4&var-run=run-3&from=now-7d&to=now']);
    press(' ');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('should close the hint with Escape, and leave the next Escape and other keys to Grafana', () => {
    show([FRAME]);
    press('ArrowUp');
    expect(screen.getByRole('tooltip')).toBeInTheDocument();
    expect(press('Escape')).toBe(false);
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
    expect(press('Escape')).toBe(true);
    expect(press('d')).toBe(true);
  });

  it('should stay within the grid when a filter made it smaller', async () => {
    show([FRAME]);
    press('End', { ctrlKey: true });
    await userEvent.type(screen.getByRole('textbox', { name: TEXTS.filterLabel }), 'boot');
    press('ArrowLeft');
    expect(heard()).toMatch(/^api\.Servers\.test_boot: Passed/);
  });
});
