/** Where the time comes from, so that tests can set it. */
export interface Clock {
  /** Microseconds since 1970-01-01 UTC. */
  nowMicros(): number;
}

/** The machine's clock; it follows corrections, so it may step back. */
export const systemClock: Clock = {
  nowMicros: () => Date.now() * 1000,
};
