/** Which worker ran an attempt, out of its labels `alias`: the tag worker-N, else the route code, else ''. */
export function workerOf(alias: string): string {
  return `COALESCE(NULLIF(REGEXP_SUBSTR(${alias}.tags, 'worker-[0-9]+'), ''), ${alias}.route_code, '')`;
}
