import type { Asker } from './asker';
import { InFlight } from './in-flight';

/** An asker whose callers share answers, until it is told to forget. */
export interface SharingAsker extends Asker {
  /** Whoever asks from now on is answered from what is stored now. */
  forget(): void;
}

/** Whoever asks what is being asked at this moment gets the same answer. */
export function shareQuestions(asker: Asker): SharingAsker {
  const asked = new InFlight();
  return {
    ...asker,
    ask: (question, range, options) =>
      asked.share(JSON.stringify(['ask', question, range, options]), () => asker.ask(question, range, options)),
    complete: (request, range) =>
      asked.share(JSON.stringify(['complete', request, range]), () => asker.complete(request, range)),
    forget: () => asked.forget(),
  };
}
