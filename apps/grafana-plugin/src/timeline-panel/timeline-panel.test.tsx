import { type DataFrame, FieldType, LoadingState, type PanelProps, toDataFrame } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import React from 'react';
import { type Attempt } from './model/attempt';
import { type FrameLike } from './model/columns';
import { DEFAULT_OPTIONS, type TimelineOptions } from './options';
import { makeAttempt } from './testing/make-attempt';
import { makeFrame, makeTimelineFrame } from './testing/make-frame';
import { TimelinePanel } from './timeline-panel';

const LOG = '2026 INFO one\n2026 DEBUG two\n2026 ERROR three\nTraceback of three';

const ATTEMPTS: readonly Attempt[] = [
  makeAttempt({ row: 0, test: 'pkg.mod.Alpha.test_one', testKey: 1, start: 0, stop: 4000 }),
  makeAttempt({
    row: 1,
    test: 'pkg.mod.Alpha.test_two',
    testKey: 2,
    attempts: 2,
    status: 'fail',
    flaky: true,
    start: 5000,
    stop: 6000,
    message: 'boom: <b>bold</b>',
  }),
  makeAttempt({
    row: 2,
    test: 'pkg.mod.Alpha.test_two',
    testKey: 2,
    attempt: 2,
    attempts: 2,
    flaky: true,
    start: 6000,
    stop: 9000,
  }),
  makeAttempt({ row: 3, test: 'pkg.mod.Beta.test_fast', testKey: 3, start: 2000, stop: 2000, worker: 'worker-1' }),
  makeAttempt({
    row: 4,
    test: 'pkg.mod.Beta.test_hung',
    testKey: 4,
    status: 'inprogress',
    start: 3000,
    stop: null,
    worker: 'worker-1',
  }),
  makeAttempt({ row: 5, test: 'pkg.mod.Beta.test_timeless', testKey: 5, start: null, stop: null, worker: 'worker-1' }),
];

const frameOf = ({ fields }: FrameLike): DataFrame =>
  toDataFrame({
    fields: fields.map(({ name, values }) => ({ name, values: Array.from(values), type: FieldType.other })),
  });
const timelineFrame = frameOf(makeTimelineFrame(ATTEMPTS));
const filesFrame = frameOf(
  makeFrame({
    test_key: [2, 2],
    test: ['pkg.mod.Alpha.test_two', 'pkg.mod.Alpha.test_two'],
    attempt: [1, 1],
    name: ["pythonlogging:''", 'traceback'],
    content_type: ['text/plain', 'text/plain'],
    content: [LOG, 'Traceback: <script>alert(1)</script>'],
  }),
);
const noRowsFrame = toDataFrame({ fields: [] });

interface Given {
  readonly series?: readonly DataFrame[];
  readonly state?: LoadingState;
  readonly message?: string;
  readonly options?: Partial<TimelineOptions>;
  /** Of the dashboard's variable test_key; none without it. */
  readonly variable?: string;
  readonly noValue?: string;
}

function panel({
  series = [timelineFrame, filesFrame],
  state = LoadingState.Done,
  message,
  options,
  variable,
  noValue,
}: Given) {
  const props = {
    data: { series, state, error: message === undefined ? undefined : { message } },
    options: { ...DEFAULT_OPTIONS, ...options },
    fieldConfig: { defaults: noValue === undefined ? {} : { noValue }, overrides: [] },
    width: 1200,
    height: 600,
    timeZone: 'utc',
    replaceVariables: (text: string) => (variable === undefined ? text : text.replace('${test_key}', variable)),
  };
  return <TimelinePanel {...(props as unknown as PanelProps<TimelineOptions>)} />;
}
const show = (given: Given = {}) => render(panel(given));
const lanes = () => screen.getByTestId('timeline-lanes');
const live = () => screen.getByTestId('timeline-live').textContent;
const details = () => screen.getByTestId('timeline-details');
const search = () => screen.getByLabelText('Search tests by part of the name');
/** Roles are looked up slowly in a large document. */
const find = (text: string) => {
  fireEvent.focus(search());
  fireEvent.change(search(), { target: { value: text } });
};
const jumpTo = (text: string) => {
  find(text);
  fireEvent.keyDown(search(), { key: 'Enter' });
};
const options = () => [...screen.getByRole('listbox').children] as HTMLElement[];
const rowsOf = (table: number) => document.querySelectorAll('table')[table]?.querySelectorAll('tr') ?? [];

jest.setTimeout(60_000);

beforeEach(() => {
  Object.assign(window, { requestAnimationFrame: () => 0, cancelAnimationFrame: () => undefined });
  locationService.replace('/');
});

describe('TimelinePanel', () => {
  it('should say in a sentence what it needs where it has no run', () => {
    show({ series: [noRowsFrame] });
    expect(screen.getByRole('status')).toHaveTextContent(/^Expected one row for each test.*no rows\. Choose a run/);
  });

  it('should say what the dashboard says where there are no rows, and only there', () => {
    const noValue = 'Choose a run above.';
    show({ series: [noRowsFrame], noValue }).unmount();
    show({ series: [frameOf(makeFrame({ time: [1] }))], noValue }).unmount();
    show({ series: [noRowsFrame], noValue });
    expect(screen.getByRole('status')).toHaveTextContent(/^Choose a run above\.$/);
  });

  it('should name the columns that it wanted and those that it got', () => {
    show({ series: [frameOf(makeFrame({ time: [1], value: [2] }))] });
    expect(screen.getByRole('status')).toHaveTextContent(/test, status, start and stop.*"time", "value".*Run timeline/);
  });

  it('should say that a run has no times', () => {
    show({ series: [frameOf(makeTimelineFrame([makeAttempt({ start: null, stop: null })]))] });
    expect(screen.getByRole('status')).toHaveTextContent(/came without times/);
  });

  it('should say that it loads, and why a query failed', () => {
    show({ series: [], state: LoadingState.Loading }).unmount();
    show({ series: [], state: LoadingState.Error, message: 'No connection.' }).unmount();
    show({ series: [], state: LoadingState.Loading });
    expect(screen.getByRole('status')).toHaveTextContent('Loading the run…');
  });

  it('should show the words of a failed query as an alert', () => {
    show({ series: [], state: LoadingState.Error, message: 'No connection.' });
    expect(screen.getByRole('alert')).toHaveTextContent('No connection.');
  });

  it('should sum the run up', () => {
    show();
    expect(screen.getByTestId('timeline-summary')).toHaveTextContent(
      '5 tests6 attempts2 workers9 s wall time8 s in tests4 s idle (22 %)1 without times',
    );
  });

  it('should have no accessibility violations, with details and with a search', async () => {
    const { container } = show();
    fireEvent.keyDown(lanes(), { key: 'PageDown' });
    find('test');
    const { violations } = await axe.run(container, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

describe('keyboard', () => {
  const press = (...keys: readonly string[]) => {
    for (const key of keys) fireEvent.keyDown(lanes(), { key });
  };

  it('should walk along a worker and from worker to worker, saying where it is', () => {
    show();
    press('ArrowRight');
    expect(live()).toBe('Passed: pkg.mod.Alpha.test_one, 4 s, at +0.0 s, Worker 0, 1 of 3');
    press('ArrowRight');
    expect(live()).toMatch(/^Flaky: pkg.mod.Alpha.test_two, attempt 1 of 2, 1 s, at \+5.0 s.*boom/);
    press('ArrowDown');
    expect(live()).toMatch(/^Unfinished: pkg.mod.Beta.test_hung/);
    press('ArrowLeft');
    expect(live()).toMatch(/test_fast, 0 s/);
    press('ArrowUp', 'End');
    expect(live()).toMatch(/test_two, attempt 2 of 2/);
    press('Home');
    expect(live()).toMatch(/test_one/);
  });

  it('should go round what needs attention', () => {
    show();
    press('PageDown');
    expect(live()).toMatch(/test_hung/);
    press('PageDown');
    expect(live()).toMatch(/Flaky/);
    press('PageUp', 'PageUp');
    expect(live()).toMatch(/Flaky/);
  });

  it('should clear the selection with Escape, and leave Escape to the dashboard where there is none', () => {
    show();
    press('ArrowRight', 'Escape');
    expect(live()).toBe('');
    expect(fireEvent.keyDown(lanes(), { key: 'Escape' })).toBe(true);
  });

  it('should go to the search, to the details, and from them back', () => {
    show();
    press('/');
    expect(search()).toHaveFocus();
    press('ArrowRight', 'Enter');
    expect(details()).toHaveFocus();
    fireEvent.keyDown(details(), { key: 'Escape' });
    expect(lanes()).toHaveFocus();
    expect(screen.queryByTestId('timeline-details')).toBeNull();
  });

  it('should leave what is the browser’s alone', () => {
    show();
    expect(fireEvent.keyDown(lanes(), { key: 'f', ctrlKey: true })).toBe(true);
    expect(fireEvent.keyDown(lanes(), { key: 'Tab' })).toBe(true);
  });

  it('should pass over what a search fades', () => {
    show();
    find('two');
    press('ArrowRight');
    expect(live()).toMatch(/test_two, attempt 1/);
  });

  it('should show and hide the critical chain', () => {
    show();
    press('c');
    const chain = screen.getByTestId('timeline-chain');
    expect(chain).toHaveTextContent(/Worker 0: the last test to end.*3 tests/);
    expect(chain).toHaveTextContent('9 s = 8 s in these tests + 1 s between them.');
    press('c');
    expect(screen.queryByTestId('timeline-chain')).toBeNull();
  });
});

describe('mouse', () => {
  /** jsdom knows no layout: the lanes count as 800 by 300 pixels. Its pointer events have no place, its mouse events do. */
  const point = (type: string, x: number, y: number, init: MouseEventInit = {}) =>
    fireEvent(lanes(), new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, ...init }));
  const click = (x: number, y: number) => {
    point('pointerdown', x, y);
    point('pointerup', x, y);
  };
  const shownFrom = () => Number(screen.getByLabelText('Start of the shown time').getAttribute('aria-valuenow'));
  const shownTo = () => Number(screen.getByLabelText('End of the shown time').getAttribute('aria-valuenow'));
  const still = (query: string) => ({ matches: query.includes('reduced-motion'), addEventListener: () => undefined });

  beforeEach(() => Object.assign(window, { matchMedia: still }));

  it('should select what is clicked, and nothing by a second click', () => {
    show();
    click(250, 45);
    expect(live()).toMatch(/test_one/);
    click(250, 45);
    expect(live()).toBe('');
  });

  it('should select a moment from some pixels beside it', () => {
    show();
    const found = [240, 260, 264, 268, 272, 276, 280, 300].filter((x) => {
      click(x, 95);
      const isFast = /test_fast/.test(live() ?? '');
      fireEvent.keyDown(lanes(), { key: 'Escape' });
      return isFast;
    });
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(found.length).toBeLessThan(5);
  });

  it('should zoom to what is dragged over, and show all by a double click', () => {
    show();
    point('pointerdown', 300, 60);
    point('pointermove', 500, 60);
    point('pointerup', 500, 60);
    expect(shownFrom()).toBeGreaterThan(20);
    expect(shownTo()).toBeLessThan(65);
    expect(live()).toBe('');
    point('dblclick', 300, 60);
    expect([shownFrom(), shownTo()]).toEqual([0, 100]);
  });

  it('should zoom by the wheel, and let the page scroll where there is nothing to zoom out of', () => {
    show();
    const wheel = (deltaY: number, timeStamp: number) => {
      const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY, clientX: 400, clientY: 60 });
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      fireEvent(lanes(), event);
      return event.defaultPrevented;
    };
    expect(wheel(100, 1000)).toBe(false);
    expect(wheel(-100, 1100)).toBe(false);
    expect(wheel(-100, 5000)).toBe(true);
    expect(shownTo() - shownFrom()).toBeCloseTo(74, 0);
  });

  it('should pan with Shift', () => {
    show();
    fireEvent.keyDown(lanes(), { key: '+' });
    const [from, to] = [shownFrom(), shownTo()];
    point('pointerdown', 400, 60, { shiftKey: true });
    point('pointermove', 450, 60);
    point('pointerup', 450, 60);
    expect(shownFrom()).toBeLessThan(from);
    expect(shownTo() - shownFrom()).toBeCloseTo(to - from, 1);
  });

  it('should move the ends of the brush by the arrow keys', () => {
    show();
    fireEvent.keyDown(screen.getByLabelText('Start of the shown time'), { key: 'ArrowRight' });
    expect(shownFrom()).toBe(2);
    fireEvent.keyDown(screen.getByLabelText('End of the shown time'), { key: 'ArrowLeft' });
    expect(shownTo()).toBeCloseTo(98.04, 2);
  });
});

describe('search', () => {
  it('should list what matches and jump there', async () => {
    show();
    await userEvent.type(search(), 'BETA');
    expect(options().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Beta.test_fast'),
      expect.stringContaining('Beta.test_hung'),
      expect.stringContaining('Beta.test_timeless'),
    ]);
    expect(screen.getByTestId('timeline-status')).toHaveTextContent('3 of 6 match.');
    await userEvent.click(options()[0]!);
    expect(live()).toMatch(/test_fast/);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('should reach by keyboard what has no time', () => {
    show();
    jumpTo('timeless');
    expect(live()).toMatch(/test_timeless.*without times/);
    expect(details()).toHaveTextContent('This attempt has no times');
  });

  it('should choose from the list with the arrow keys, and close it with Escape', async () => {
    show();
    await userEvent.type(search(), 'beta{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('test_hung');
    await userEvent.keyboard('{Enter}');
    expect(live()).toMatch(/test_hung/);
    await userEvent.type(search(), 'x{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(search()).toHaveValue('');
  });

  it('should say that nothing matches', () => {
    show();
    find('[a+(');
    expect(options()).toEqual([]);
    expect(screen.getByText('No test has this in its name.')).toBeInTheDocument();
  });

  it('should fade a kind that is switched off', async () => {
    show();
    const passed = screen.getByRole('button', { name: 'Passed 4' });
    expect(passed).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(passed);
    expect(passed).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByTestId('timeline-status')).toHaveTextContent('2 of 6 match.');
  });
});

describe('details', () => {
  it('should tell everything about an attempt', () => {
    show();
    jumpTo('test_two');
    expect(details()).toHaveTextContent('attempt 1 of 2');
    expect(details()).toHaveTextContent('boom: <b>bold</b>');
    expect(details().querySelector('dl')).toHaveTextContent(
      'Duration1 sStart1970-01-01 00:00:05.000 (+5.000 s)End1970-01-01 00:00:06.000 (+6.000 s)WorkerWorker 0' +
        'ClassAlphaModulepkg.modTagsworker-0Statusfail (flaky: it failed and passed in this run)',
    );
  });

  it('should lead from attempt to attempt', async () => {
    show();
    jumpTo('test_two');
    await userEvent.click(screen.getByRole('button', { name: 'Next attempt' }));
    expect(live()).toMatch(/attempt 2 of 2/);
  });

  it('should say what is odd about an attempt', () => {
    const early = makeAttempt({ test: 'early', start: 50, stop: 40 });
    const { unmount } = show({ series: [timelineFrame] });
    jumpTo('test_hung');
    expect(details()).toHaveTextContent('never ended');
    jumpTo('test_fast');
    expect(details()).toHaveTextContent('Too short to be seen');
    unmount();
    show({ series: [frameOf(makeTimelineFrame([early]))] });
    jumpTo('early');
    expect(details()).toHaveTextContent('the clock was set back');
  });

  it('should show the traceback first, as text', () => {
    show();
    jumpTo('test_two');
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('traceback');
    expect(screen.getByRole('tabpanel')).toHaveTextContent('<script>alert(1)</script>');
  });

  it('should filter a log by level, with what belongs to a line', async () => {
    show();
    jumpTo('test_two');
    await userEvent.click(screen.getByRole('tab', { name: /pythonlogging/ }));
    const log = () => screen.getByRole('tabpanel').querySelector('pre')?.textContent;
    expect(log()).toBe(LOG);
    await userEvent.click(screen.getByRole('checkbox', { name: 'ERROR 1' }));
    expect(log()).toBe('2026 INFO one\n2026 DEBUG two');
    await userEvent.click(screen.getByRole('checkbox', { name: 'DEBUG 1' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'INFO 1' }));
    expect(screen.getByRole('tabpanel')).toHaveTextContent('No line has a level that is switched on.');
    expect(screen.getByRole('checkbox', { name: 'WARNING 0' })).toBeDisabled();
  });

  it('should go from tab to tab with the arrow keys', async () => {
    show();
    jumpTo('test_two');
    screen.getByRole('tab', { selected: true }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('pythonlogging');
    expect(screen.getByRole('tab', { selected: true })).toHaveFocus();
  });

  it('should offer the links that the dashboard has put on the test', () => {
    const frame = frameOf(makeTimelineFrame(ATTEMPTS));
    frame.fields[0]!.getLinks = ({ valueRowIndex }) => [
      {
        href: `/d/tm-test?row=${valueRowIndex}`,
        title: 'History of the test',
        target: '_self',
        origin: frame.fields[0]!,
      },
    ];
    show({ series: [frame] });
    jumpTo('test_fast');
    expect(screen.getByRole('link', { name: 'History of the test' })).toHaveAttribute('href', '/d/tm-test?row=3');
  });
});

describe('attachments that are not loaded', () => {
  const select = () => jumpTo('test_one');

  it('should say that there is no query for them', () => {
    show({ series: [timelineFrame] });
    select();
    expect(details()).toHaveTextContent(/This panel has no query for attachments\. Add a second query/);
  });

  it('should say that the dashboard has no variable to load them by', () => {
    show();
    select();
    expect(details()).toHaveTextContent(/Attachments of this attempt are not loaded/);
    expect(locationService.getSearch().toString()).toBe('');
  });

  it('should ask the dashboard for them by its variable, and wait', () => {
    show({ variable: '0' });
    select();
    expect(locationService.getSearch().get('var-test_key')).toBe('1');
    expect(details()).toHaveTextContent('Loading the attachments…');
  });

  it('should keep search, selection and view while they load, and show them when they are there', () => {
    const { rerender } = show({ variable: '0' });
    select();
    rerender(panel({ series: [], state: LoadingState.Loading, variable: '1' }));
    expect(details()).toHaveTextContent('Loading the attachments…');
    const files = frameOf(makeFrame({ test_key: [1], attempt: [1], name: ['log'], content: ['loaded now'] }));
    rerender(panel({ series: [frameOf(makeTimelineFrame(ATTEMPTS)), files], variable: '1' }));
    expect(details()).toHaveTextContent('loaded now');
    expect(search()).toHaveValue('test_one');
  });

  it('should say that an attempt has none once it was asked', () => {
    show({ series: [timelineFrame, noRowsFrame], variable: '1' });
    select();
    expect(details()).toHaveTextContent('This attempt has no attachments.');
    expect(locationService.getSearch().toString()).toBe('');
  });

  it('should begin anew with another run', () => {
    const { rerender } = show();
    select();
    rerender(panel({ series: [frameOf(makeTimelineFrame([makeAttempt({ stop: 77 })]))] }));
    expect(live()).toBe('');
    expect(search()).toHaveValue('');
  });
});

describe('tables for screen readers', () => {
  it('should hold the workers with their idle time, and the attempts', () => {
    show();
    expect([...rowsOf(0)].map(({ textContent }) => textContent)).toEqual([
      'WorkerAttemptsWith problemsBusyIdle',
      'Worker 0318 s1 s',
      'Worker 1216 s3 s',
    ]);
    expect(rowsOf(1)).toHaveLength(7);
    expect(screen.getByRole('row', { name: /test_hung/ })).toHaveTextContent('Unfinished');
  });

  it('should hold what a search finds', () => {
    show();
    find('alpha');
    expect(rowsOf(1)).toHaveLength(4);
  });

  it('should not hold 20,000 rows', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => makeAttempt({ test: `t${i}`, start: i, stop: i + 1 }));
    show({ series: [frameOf(makeTimelineFrame(many))] });
    expect(document.querySelectorAll('caption')[1]).toHaveTextContent('the first 200 of 20000');
    expect(rowsOf(1)).toHaveLength(201);
  });
});

describe('names that mean something elsewhere', () => {
  it('should show them as names, 4,000 letters long too', () => {
    const test = `<img src=x onerror=alert(1)>${'é'.repeat(4000)}`;
    const { container } = show({ series: [frameOf(makeTimelineFrame([makeAttempt({ test, worker: test })]))] });
    fireEvent.keyDown(lanes(), { key: 'ArrowRight' });
    expect(details()).toHaveTextContent(test);
    expect(container.querySelector('img')).toBeNull();
    expect(live()!.length).toBeLessThan(5000);
  });
});
