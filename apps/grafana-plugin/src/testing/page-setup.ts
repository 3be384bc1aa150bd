import '@testing-library/jest-dom';
import { TextDecoder, TextEncoder } from 'node:util';

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): never[] {
    return [];
  }
}

/** What Grafana's components need of a browser and jsdom lacks. */
function completePage(): void {
  Object.assign(globalThis, { TextDecoder, TextEncoder, ResizeObserver: NoObserver, IntersectionObserver: NoObserver });
  Object.defineProperty(globalThis, 'matchMedia', {
    writable: true,
    value: (media: string) => ({
      matches: false,
      media,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      dispatchEvent: () => false,
    }),
  });
  HTMLCanvasElement.prototype.getContext = (() => null) as never;
  Element.prototype.scrollIntoView = () => undefined;
}

if (typeof window !== 'undefined') completePage();

// Typing letter by letter into Grafana's lists takes seconds on a busy machine.
jest.setTimeout(60_000);
