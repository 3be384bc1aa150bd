/** `3 of 14 (21 %)`: a share never stands without its denominator, and has no percentage where that is nothing. */
export function shareText(part: number, all: number): string {
  const counted = `${wholeNumber(part)} of ${wholeNumber(all)}`;
  return all > 0 ? `${counted} (${percent(part / all)})` : counted;
}

function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return 'under 0.1 %';
  if (value > 99.9 && value < 100) return 'over 99.9 %';
  return `${Number(value.toFixed(value < 10 ? 1 : 0))} %`;
}

/** `1,000`. */
export function wholeNumber(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** `340 ms`, `3.21 s`, `2 min 5 s`, `1 h 2 min`. */
export function durationText(seconds: number): string {
  if (seconds < 0.9995) return `${Number((seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0))} ms`;
  if (seconds < 59.95) return `${Number(seconds.toFixed(seconds < 10 ? 2 : 1))} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${wholeNumber(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

/** How long ago, in one unit: `5 min`, `3 h`, `12 d`. */
export function agoText(ms: number): string {
  const minutes = Math.max(0, ms) / 60_000;
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${Math.floor(minutes)} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${wholeNumber(Math.floor(minutes / 1440))} d`;
}
