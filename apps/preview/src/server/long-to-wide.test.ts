import { type FrameField } from './frame';
import { toSeries } from './long-to-wide';

const time: FrameField = { name: 'time', type: 'time', values: [10, 10, 20, 30] };
const metric: FrameField = { name: 'metric', type: 'string', values: ['b', 'a', 'a', 'b'] };
const value: FrameField = { name: 'value', type: 'number', values: [1, 2, 3, 4] };

describe('toSeries()', () => {
  it('should make one series of each text in the column "metric", and name it by it', () => {
    expect(toSeries([time, metric, value])).toEqual([
      { name: 'time', type: 'time', values: [10, 20, 30] },
      { name: 'a', type: 'number', values: [2, 3, null] },
      { name: 'b', type: 'number', values: [1, null, 4] },
    ]);
  });

  it('should keep labels where there are more of them', () => {
    const job: FrameField = { name: 'job', type: 'string', values: ['x', 'x', 'x', 'x'] };
    expect(toSeries([time, metric, job, value])[1]).toEqual({
      name: 'value',
      type: 'number',
      labels: { metric: 'a', job: 'x' },
      values: [2, 3, null],
    });
  });

  it('should leave rows without text as they are', () => {
    expect(toSeries([time, value])).toEqual([time, value]);
  });

  it('should give nothing for nothing, and a sentence where there is no time', () => {
    expect(toSeries([{ ...time, values: [] }])).toEqual([]);
    expect(() => toSeries([value])).toThrow('column called "time"');
  });
});
