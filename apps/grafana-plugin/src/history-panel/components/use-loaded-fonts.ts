import { useEffect, useState } from 'react';

/** Grows when fonts were loaded: what was measured before was another font. */
export function useLoadedFonts(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    // Not in every browser, nor in tests.
    const fonts = document.fonts as FontFaceSet | undefined;
    const update = (): void => setCount((last) => last + 1);
    fonts?.addEventListener('loadingdone', update);
    return () => fonts?.removeEventListener('loadingdone', update);
  }, []);
  return count;
}
