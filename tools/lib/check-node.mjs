const LEAST = [20, 19];

/** Ends the process with a clear word where Node is too old to run anything here. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  process.stderr.write(`Test Metrics needs Node ${LEAST.join('.')} or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
