/** What the scene's query controller says: whether any panel still waits for an answer. */
export interface Queries {
  readonly state: { readonly isRunning?: boolean };
}

/**
 * A refresh that is left out while the answers to the one before are awaited. Grafana's timer does not look: it would throw
 * them away and ask again, and on a server that takes longer than the interval no panel would ever have an answer.
 */
export function patientRefresh(refresh: () => void, queries: Queries): () => void {
  return () => {
    if (queries.state.isRunning !== true) refresh();
  };
}
