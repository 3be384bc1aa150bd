import { moveDrag, startDrag } from './drag';

const press = (changes = {}) => startDrag({ x: 100, button: 0, shiftKey: false, isTouch: false, ...changes });

describe('startDrag(), moveDrag()', () => {
  it('should stay a press until it has moved, and a drag once it has', () => {
    const start = press()!;
    expect(moveDrag(start, 102).kind).toBe('press');
    expect(moveDrag(moveDrag(start, 110), 101).kind).toBe('zoom');
  });

  it('should pan with Shift, the middle button and a finger', () => {
    for (const changes of [{ shiftKey: true }, { button: 1 }, { isTouch: true }]) {
      expect(moveDrag(press(changes)!, 200).kind).toBe('pan');
    }
  });

  it('should leave the other buttons to the browser', () => expect(press({ button: 2 })).toBeNull());
});
