/** Sorts `worker-2` before `worker-10` and `0/2` before `0/10`; what nobody is known to have run comes last. */
export function compareWorkers(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  return a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1);
}

/** What a lane is called. */
export function workerLabel(worker: string, lanes: number): string {
  if (worker === '') return lanes === 1 ? 'All tests' : 'No worker';
  const number = /^worker-(\d{1,9})$/.exec(worker)?.[1];
  if (number !== undefined) return `Worker ${number}`;
  return /^\d+(\/\d+)*$/.test(worker) ? `Route ${worker}` : worker;
}
