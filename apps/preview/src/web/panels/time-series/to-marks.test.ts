import { type DataFrame } from '@grafana/data';
import { toMarks } from './to-marks';

const frameOf = (columns: Readonly<Record<string, unknown[]>>) =>
  ({ fields: Object.entries(columns).map(([name, values]) => ({ name, values })) }) as unknown as DataFrame;

describe('toMarks()', () => {
  it('should read time, colour and words of each event', () => {
    const frame = frameOf({
      time: [1000, 2000],
      color: ['red', 'blue'],
      title: ['A run failed', null],
      text: ['unit', 'integration'],
    });
    expect(toMarks([frame])).toEqual([
      { timeMs: 1000, color: 'red', text: 'A run failed: unit' },
      { timeMs: 2000, color: 'blue', text: 'integration' },
    ]);
  });

  it('should find nothing in a frame without times', () => {
    expect(toMarks([frameOf({})])).toEqual([]);
  });
});
