/** How long a test is expected to take. */
export interface TestDuration {
  /** As the runner lists it, attributes and all. */
  readonly id: string;
  readonly micros: number;
}

/** In the order of their ids, code unit by code unit: the same everywhere, whatever the language of the machine. */
export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
