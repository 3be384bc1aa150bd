const TIME = /^\s*(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,99}))?(Z|[+-]\d\d:?\d\d)?\s*$/;

/** @returns microseconds since 1970-01-01 UTC, `null` where the text is no time or the date does not exist */
export function parseV1Time(text: string): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millis = Date.UTC(year, month - 1, day, hour, minute, second);
  if (!isSameDate(new Date(millis), month, day, hour, minute, second)) return null;
  // As the reference computes it, in binary: '.519450' becomes 519449, and converted streams hold that.
  const fraction = Math.trunc(Number(`0.${match[7] ?? '0'}`) * 1_000_000);
  return millis * 1000 + fraction - offsetMicros(match[8]);
}

function isSameDate(date: Date, month: number, day: number, hour: number, minute: number, second: number): boolean {
  return (
    date.getUTCMonth() + 1 === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second
  );
}

function offsetMicros(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000_000;
}
