import { differentNumbers } from './same-numbers';

const frame = {
  sql: '',
  columns: [
    { name: 'time', type: 'time' },
    { name: 'unit', type: 'number' },
    { name: 'integration', type: 'number' },
  ],
  rows: [
    [1000, 1, null],
    [2000, 2, 2],
  ],
};

describe('differentNumbers()', () => {
  it('should find none where rows were turned into series', () => {
    const rows = [
      { time: 1, job: 'unit', seconds: 1 },
      { time: 2, job: 'unit', seconds: 2 },
      { time: 2, job: 'integration', seconds: 2 },
    ];
    expect(differentNumbers([frame], rows)).toEqual([]);
  });

  it('should name a number that is shown too often, and one that is not shown', () => {
    const rows = [
      { time: 1, seconds: 1 },
      { time: 2, seconds: 2 },
      { time: 2, seconds: 3 },
    ];
    expect(differentNumbers([frame], rows)).toEqual([
      '2.00000000000: shown 2 times, stored 1 times',
      '3.00000000000: shown 0 times, stored 1 times',
    ]);
  });
});
