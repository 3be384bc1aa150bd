import type { Asker, Row } from './asker';

/** An asker whose callers share answers, until it is told to forget. */
export interface SharingAsker extends Asker {
  /** Whoever asks from now on is answered from what is stored now. */
  forget(): void;
}

/**
 * Whoever asks what is being asked at this moment gets the same answer, so that fifty people who look at one page cost as
 * much as one. Nothing is kept: an answer that has come is not given to anybody who asks later.
 */
export function shareQuestions(asker: Asker): SharingAsker {
  const asked = new Map<string, Promise<readonly Row[]>>();
  const share = (key: string, ask: () => Promise<readonly Row[]>): Promise<readonly Row[]> => {
    const already = asked.get(key);
    if (already !== undefined) return already;
    const answer = ask().finally(() => {
      if (asked.get(key) === answer) asked.delete(key);
    });
    asked.set(key, answer);
    return answer;
  };
  return {
    ...asker,
    ask: (question, range, options) =>
      share(JSON.stringify(['ask', question, range, options]), () => asker.ask(question, range, options)),
    complete: (request, range) =>
      share(JSON.stringify(['complete', request, range]), () => asker.complete(request, range)),
    forget: () => asked.clear(),
  };
}
