interface Size {
  readonly width: number;
  readonly height: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const DISTANCE = 6;
const EDGE = 8;

/** Where a card is put so that it does not cover what it is about, nor leave the window: below, above where there is more room. */
export function placeCard(about: Place & Size, card: Size, window: Size): Place {
  const below = about.y + about.height + DISTANCE;
  const above = about.y - card.height - DISTANCE;
  const fitsBelow = below + card.height <= window.height - EDGE;
  const y = fitsBelow || above < EDGE ? below : above;
  const middle = about.x + Math.min(about.width, 40) / 2;
  return {
    x: clamp(middle - card.width / 2, window.width - card.width - EDGE),
    y: clamp(y, window.height - card.height - EDGE),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(EDGE, Math.min(most, value));
}
