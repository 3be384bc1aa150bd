import { useEffect, useState } from 'react';

/** What a promise gives, or the error that it ended with; null while it is on its way. */
export function useLoaded<T>(load: () => Promise<T>): T | Error | null {
  const [loaded, setLoaded] = useState<T | Error | null>(null);
  useEffect(() => {
    load().then(
      (value) => setLoaded(() => value),
      (error: unknown) => setLoaded(error instanceof Error ? error : new Error(String(error))),
    );
    // Once: what is loaded stands in the address.
  }, []);
  return loaded;
}
