/** What the command says to the script that called it. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Done, but the input was damaged: what could be read was used. */
  damaged: 3,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** The status of a command that did several things: a failure hides damage, damage hides success. */
export function worstOf(statuses: readonly ExitStatus[]): ExitStatus {
  const order: readonly ExitStatus[] = [EXIT.usage, EXIT.failed, EXIT.damaged];
  return order.find((status) => statuses.includes(status)) ?? EXIT.done;
}
