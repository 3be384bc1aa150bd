const DAY_SECONDS = 86_400;

let lastDay = Number.NaN;
let lastDayText = '';

/** Days come many times in a row. */
export function dayText(day: number): string {
  if (day !== lastDay) {
    lastDay = day;
    lastDayText = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
  }
  return lastDayText;
}

/** `'2026-11-24 03:17:00'`, cut at the second. */
export function secondText(micros: number): string {
  const seconds = Math.floor(micros / 1e6);
  const day = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - day * DAY_SECONDS;
  return `'${dayText(day)} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}'`;
}

/** A DATETIME(6), or NULL. */
export function timeText(micros: number | null): string {
  if (micros === null) return 'NULL';
  return `${secondText(micros).slice(0, -1)}.${String(micros % 1e6).padStart(6, '0')}'`;
}

/** The two columns that the reference keeps of a time: whole second and microseconds. */
export function splitText(micros: number | null): string {
  return micros === null ? 'NULL,NULL' : `${secondText(micros)},${micros % 1e6}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
