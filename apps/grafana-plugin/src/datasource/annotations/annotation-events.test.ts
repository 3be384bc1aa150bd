/** @jest-environment jsdom */
import { createDataFrame } from '@grafana/data';
import { annotationEvents } from './annotation-events';

const RUN = '0b7e2b9e-6b1a-4c5e-9d8f-000000000001';

function frame(columns: Record<string, unknown[]>) {
  return createDataFrame({ fields: Object.entries(columns).map(([name, values]) => ({ name, values })) });
}

describe('annotationEvents()', () => {
  it('should make a region of what has an end, with a link to the run', () => {
    const events = annotationEvents([
      frame({
        time: [1000],
        timeend: [5000],
        title: ['Failed: full'],
        text: ['2 tests'],
        tags: ['failed run, full'],
        run_key: [RUN],
      }),
    ]);
    expect(events).toEqual([
      {
        time: 1000,
        timeEnd: 5000,
        isRegion: true,
        title: 'Failed: full',
        text: `2 tests<br /><a href="/d/tm-run?var-run=${RUN}">Show this run</a>`,
        tags: ['failed run', 'full'],
      },
    ]);
  });

  it('should make a moment of what has none', () => {
    expect(annotationEvents([frame({ time: [1000], title: ['t'], text: [''], tags: [''] })])[0]).toEqual({
      time: 1000,
      title: 't',
      text: '',
      tags: [],
    });
  });

  it('should show the name of a test that looks like HTML as it is', () => {
    const [event] = annotationEvents([
      frame({ time: [1], title: ['<img src=x onerror=alert(1)>'], text: ['a & "b"'] }),
    ]);
    expect(event?.title).toBe('&lt;img src=x onerror=alert(1)&gt;');
    expect(event?.text).toBe('a &amp; &quot;b&quot;');
  });

  it('should link to nothing that is no id of a run', () => {
    const [event] = annotationEvents([frame({ time: [1], title: ['t'], text: [''], run_key: ['"><script>'] })]);
    expect(event?.text).toBe('');
  });

  it('should leave out rows without a time, and answers without rows', () => {
    expect(annotationEvents([frame({ time: [null], title: ['t'] }), frame({})])).toEqual([]);
  });
});
