/** Runs of a test or a job that counted for less than this say so beside their rate. */
export const FEW_RUNS = 10;

/** A test counts as failed when its last attempt failed, passed against expectation, or never ended; skipped tests are in no rate. */
export function failedOf(alias: string): string {
  return `(${alias}.fail + ${alias}.uxsuccess + ${alias}.unfinished)`;
}

export function passedOf(alias: string): string {
  return `(${alias}.success + ${alias}.xfail)`;
}

/** Test runs that really ran; skips are in no rate. */
export function executedOf(alias: string): string {
  return `(${alias}.success + ${alias}.xfail + ${alias}.fail + ${alias}.uxsuccess + ${alias}.unfinished)`;
}

/** A share, or NULL where there is nothing to share. Floating point, since decimals would be cut after four digits. */
export function rate(part: string, whole: string): string {
  return `${part} * 1e0 / NULLIF(${whole}, 0)`;
}

/**
 * The lower end of the 95 % Wilson interval of part/whole. Ranking by it keeps a 1-of-1 failure below a 40-of-100 one.
 * z = 1.96; z^2/2 = 1.9208, z^2/4 = 0.9604, z^2 = 3.8416.
 */
export function wilsonLower(part: string, whole: string): string {
  const spread = `1.96e0 * SQRT(${part} * 1e0 * (${whole} - ${part}) / NULLIF(${whole}, 0) + 0.9604)`;
  return `GREATEST(0, (${part} + 1.9208 - ${spread}) / (${whole} + 3.8416))`;
}

/** "only 3 runs" where a rate stands on little; empty otherwise. */
export function fewRunsNote(whole: string): string {
  return `IF(${whole} < ${FEW_RUNS}, CONCAT('only ', ${whole}, IF(${whole} = 1, ' run', ' runs')), '')`;
}
