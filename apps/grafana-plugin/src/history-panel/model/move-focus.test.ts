import { moveFocus } from './move-focus';

const SIZE = { rows: 100, columns: 50, pageRows: 11, pageColumns: 21 };
const FROM = { row: 20, column: 30 };

function press(key: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}, from = FROM) {
  return moveFocus(from, { key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers }, SIZE);
}

describe('moveFocus()', () => {
  it.each([
    ['ArrowUp', { row: 19, column: 30 }],
    ['ArrowDown', { row: 21, column: 30 }],
    ['ArrowLeft', { row: 20, column: 29 }],
    ['ArrowRight', { row: 20, column: 31 }],
    ['Home', { row: 20, column: 0 }],
    ['End', { row: 20, column: 49 }],
    ['PageUp', { row: 10, column: 30 }],
    ['PageDown', { row: 30, column: 30 }],
  ])('should go to the next cell, the end of the row or a page on with %s', (key, to) => {
    expect(press(key)).toEqual(to);
  });

  it('should go all the way with Control or Command, and a page sideways with Alt', () => {
    expect(press('Home', { ctrlKey: true })).toEqual({ row: 0, column: 0 });
    expect(press('End', { metaKey: true })).toEqual({ row: 99, column: 49 });
    expect(press('ArrowDown', { ctrlKey: true })).toEqual({ row: 99, column: 30 });
    expect(press('ArrowUp', { ctrlKey: true })).toEqual({ row: 0, column: 30 });
    expect(press('ArrowLeft', { ctrlKey: true })).toEqual({ row: 20, column: 0 });
    expect(press('ArrowRight', { ctrlKey: true })).toEqual({ row: 20, column: 49 });
    expect(press('PageUp', { altKey: true })).toEqual({ row: 20, column: 10 });
    expect(press('PageDown', { altKey: true })).toEqual({ row: 20, column: 49 });
  });

  it('should stay within the grid', () => {
    expect(press('ArrowUp', {}, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
    expect(press('PageDown', {}, { row: 95, column: 3 })).toEqual({ row: 99, column: 3 });
    expect(press('ArrowLeft', {}, { row: 500, column: 500 })).toEqual({ row: 99, column: 49 });
  });

  it('should leave other keys to others', () => {
    for (const key of ['Enter', 'Escape', 'a', 'Tab']) expect(press(key)).toBeNull();
    expect(
      moveFocus(FROM, { key: 'End', ctrlKey: false, metaKey: false, altKey: false }, { ...SIZE, rows: 0 }),
    ).toBeNull();
  });
});
