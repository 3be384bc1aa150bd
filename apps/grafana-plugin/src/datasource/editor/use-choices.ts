import { type TimeRange } from '@grafana/data';
import { type CompletionRequest } from '@testmetrics/questions';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Choice } from '../completion';

/** What editors need of the datasource. */
export interface Completer {
  complete(request: CompletionRequest, range?: TimeRange): Promise<Choice[]>;
}

export interface Choices {
  readonly choices: readonly Choice[];
  readonly isLoading: boolean;
  /** Why there are none, in the server's words. */
  readonly problem: string | undefined;
  /** Asks the database. */
  readonly ask: (request: CompletionRequest) => void;
}

/** While somebody types, only the last text is searched for. */
const PAUSE_MS = 250;

/** Names from the database, asked for when a list is opened and again while somebody types. */
export function useChoices(completer: Completer, range?: TimeRange): Choices {
  const [state, setState] = useState<Omit<Choices, 'ask'>>({ choices: [], isLoading: false, problem: undefined });
  const newest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(
    () => () => {
      // What is still on its way belongs to a list that is no longer there.
      newest.current += 1;
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  const ask = useCallback(
    (request: CompletionRequest) => {
      newest.current += 1;
      const own = newest.current;
      if (timer.current !== null) clearTimeout(timer.current);
      setState((known) => ({ ...known, isLoading: true }));
      const answer = async () => {
        const found = await answerOf(completer, request, range);
        if (own === newest.current) setState({ ...found, isLoading: false });
      };
      timer.current = setTimeout(() => void answer(), isTyped(request) ? PAUSE_MS : 0);
    },
    [completer, range],
  );

  return { ...state, ask };
}

function isTyped({ search, prefix }: CompletionRequest): boolean {
  return (search ?? '') !== '' || (prefix ?? '') !== '';
}

async function answerOf(completer: Completer, request: CompletionRequest, range: TimeRange | undefined) {
  try {
    return { choices: await completer.complete(request, range), problem: undefined };
  } catch (error) {
    return { choices: [], problem: error instanceof Error ? error.message : String(error) };
  }
}
