/** Where a run is shown. */
export function runPath(uuid: string): string {
  return `/v1/runs/${uuid}`;
}
