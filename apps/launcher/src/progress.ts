export interface Progress {
  /** So many of all are done. */
  show(done: number): void;
  end(): void;
}

export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that counts up on a terminal; elsewhere a line at each quarter. */
export function startProgress(output: ProgressOutput, label: string, total: number): Progress {
  let shown = -1;
  const line = (done: number) => `${label} ${done}/${total}`;
  return {
    show: (done) => {
      const step = output.isTTY ? done : Math.floor((4 * done) / Math.max(total, 1));
      if (step === shown) return;
      shown = step;
      output.write(output.isTTY ? `\r${line(done)}` : `${line(done)}\n`);
    },
    end: () => {
      if (output.isTTY) output.write('\n');
    },
  };
}
