import { decodeAll } from '@testmetrics/subunit';
import { timingStream } from './timing-stream';

describe('timingStream()', () => {
  it('should write two packets a test, byte for byte as runners read them', () => {
    const { bytes, leftOut } = timingStream([{ id: 'demo.tests.test_demo.TestAlpha.test_alpha_0', micros: 0 }]);
    const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(leftOut).toEqual([]);
    expect(text.slice(0, 22)).toBe('b32b02396955b900002b64');
    expect(text.slice(57 * 2, 57 * 2 + 22)).toBe('b32b03396955b900002b64');
    expect(bytes).toHaveLength(2 * 57);
  });

  it('should decode to the durations that went in, whatever the ids are called', () => {
    const ids = ['a.B.c[id-1,smoke]', 'with space', 'line\nbreak', 'ünï[ç]ode ☃', '[', 'x'.repeat(20_000), ''];
    const durations = ids.map((id, index) => ({ id, micros: index * 1_234_567 }));
    const events = [...decodeAll(timingStream(durations).bytes)].map((item) =>
      item.kind === 'event' ? item.event : item,
    );
    expect(events).toHaveLength(2 * ids.length);
    for (const [index, { id, micros }] of durations.entries()) {
      const [start, stop] = [events[2 * index], events[2 * index + 1]];
      expect(start).toMatchObject({ testId: id, status: 'inprogress', tags: null, routeCode: null, runnable: true });
      expect(stop).toMatchObject({ testId: id, status: 'success' });
      const time = (event: unknown) => (event as { timestampMicros: number }).timestampMicros;
      expect(time(stop) - time(start)).toBe(micros);
    }
  });

  it('should leave out, and name, what the protocol cannot carry', () => {
    const durations = ['fine', 'nul\0', 'half \ud83d'].map((id) => ({ id, micros: 1 }));
    const { bytes, leftOut } = timingStream(durations);
    expect(leftOut).toEqual(['nul\0', 'half \ud83d']);
    expect([...decodeAll(bytes)]).toHaveLength(2);
  });

  it('should be empty without tests', () => {
    expect(timingStream([]).bytes).toHaveLength(0);
  });
});
