import type { Clock } from '../clock';
import { createLogger } from '../logger';
import type { Logger } from '../logger';

/** A clock that stands still until told otherwise. */
export class FixedClock implements Clock {
  constructor(private micros: number) {}

  nowMicros(): number {
    return this.micros;
  }

  advanceMillis(millis: number): void {
    this.micros += millis * 1000;
  }
}

/** A logger whose lines a test can look at. */
export function recordingLogger(): { readonly logger: Logger; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { logger: createLogger({ name: 'test', level: 'debug', destination }), lines };
}
