type NumberArray = Uint8Array | Uint32Array | Int32Array | Float64Array;

const FIRST_CAPACITY = 1024;

/** A growing list of numbers of one kind: a few bytes an entry where an array of objects takes a hundred. */
export class Column<T extends NumberArray> {
  private used = 0;
  private values: T;

  constructor(private readonly make: (length: number) => T) {
    this.values = make(FIRST_CAPACITY);
  }

  get length(): number {
    return this.used;
  }

  /** @returns the position of the new entry */
  push(value: number): number {
    if (this.used === this.values.length) this.grow();
    this.values[this.used] = value;
    return this.used++;
  }

  /** An entry that is not there reads as 0. */
  at(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  private grow(): void {
    const larger = this.make(this.values.length * 2);
    larger.set(this.values);
    this.values = larger;
  }
}

export const uint8Column = (): Column<Uint8Array> => new Column((length) => new Uint8Array(length));
export const uint32Column = (): Column<Uint32Array> => new Column((length) => new Uint32Array(length));
export const int32Column = (): Column<Int32Array> => new Column((length) => new Int32Array(length));
/** Holds microseconds since the epoch exactly; NaN = none. */
export const float64Column = (): Column<Float64Array> => new Column((length) => new Float64Array(length));
