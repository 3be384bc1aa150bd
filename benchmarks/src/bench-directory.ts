import { join } from 'node:path';

/** What benchmarks keep between runs: the reference tools, which take a minute to install. */
export function benchDirectory(): string {
  return join(__dirname, '../../.data/bench');
}

/** A whole number out of the environment, for longer or shorter runs. */
export function numberFromEnvironment(name: string, fallback: number): number {
  const value = Number(process.env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${name}: expected a whole number from 1, found ${process.env[name]}`);
  return value;
}
