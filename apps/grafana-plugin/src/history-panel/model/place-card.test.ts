import { placeCard } from './place-card';

const WINDOW = { width: 1000, height: 600 };
const CARD = { width: 300, height: 120 };

describe('placeCard()', () => {
  it('should lie below what it is about, in the middle', () => {
    expect(placeCard({ x: 500, y: 100, width: 20, height: 20 }, CARD, WINDOW)).toEqual({ x: 360, y: 126 });
  });

  it('should lie above where there is no room below', () => {
    expect(placeCard({ x: 500, y: 500, width: 20, height: 20 }, CARD, WINDOW)).toEqual({ x: 360, y: 374 });
  });

  it('should stay in the window', () => {
    expect(placeCard({ x: 0, y: 0, width: 9, height: 20 }, CARD, WINDOW).x).toBe(8);
    expect(placeCard({ x: 990, y: 0, width: 9, height: 20 }, CARD, WINDOW).x).toBe(692);
    expect(placeCard({ x: 5, y: 300, width: 9, height: 20 }, { width: 2000, height: 2000 }, WINDOW)).toEqual({
      x: 8,
      y: 8,
    });
  });
});
