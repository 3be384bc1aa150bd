import { randomFrom } from './random';

describe('randomFrom()', () => {
  const draw = (count: number, ...keys: string[]) => {
    const random = randomFrom(...keys);
    return Array.from({ length: count }, () => random.next());
  };

  it('should give the same numbers for the same keys and others for others', () => {
    expect(draw(20, 'seed', 'run-1')).toEqual(draw(20, 'seed', 'run-1'));
    expect(draw(20, 'seed', 'run-1')).not.toEqual(draw(20, 'seed', 'run-2'));
    expect(draw(20, 'ab', 'c')).not.toEqual(draw(20, 'a', 'bc'));
  });

  it('should spread evenly between 0 and 1', () => {
    const numbers = draw(20_000, 'spread');
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean).toBeGreaterThan(0.49);
    expect(mean).toBeLessThan(0.51);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
      expect(share).toBeGreaterThan(0.09);
      expect(share).toBeLessThan(0.11);
    }
  });

  it('should reach both borders of an integer range and go no further', () => {
    const random = randomFrom('dice');
    const faces = new Set(Array.from({ length: 500 }, () => random.integer(1, 6)));
    expect([...faces].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
