import { useEffect, useState } from 'react';

/** Pixels of the screen in one of the page. It changes when the page is zoomed or moved to another screen. */
export function useDevicePixelRatio(): number {
  const [ratio, setRatio] = useState(currentRatio);
  useEffect(() => {
    const media = window.matchMedia(`(resolution: ${ratio}dppx)`);
    const update = (): void => setRatio(currentRatio());
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, [ratio]);
  return ratio;
}

function currentRatio(): number {
  return window.devicePixelRatio > 0 ? window.devicePixelRatio : 1;
}
