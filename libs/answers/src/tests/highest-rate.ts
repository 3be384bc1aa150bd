/** For 95 %, as the lower ends in libs/questions. */
const Z = 1.96;

/**
 * The upper end of the 95 % Wilson interval of part/whole, 1 where there is nothing to go by: a test that passed ten times
 * may still fail every fourth time.
 */
export function highestRate(part: number, whole: number): number {
  if (whole <= 0) return 1;
  const spread = Z * Math.sqrt((part * (whole - part)) / whole + Z ** 2 / 4);
  return Math.min(1, (part + Z ** 2 / 2 + spread) / (whole + Z ** 2));
}
