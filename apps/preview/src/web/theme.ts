import { createTheme, type GrafanaTheme2 } from '@grafana/data';

export type ThemeName = 'light' | 'dark';

const STORAGE_KEY = 'testmetrics.preview.theme';

/** The theme of the address (`?theme=light`, as in Grafana), of the last visit, or of the system. */
export function currentThemeName(): ThemeName {
  const asked = new URLSearchParams(window.location.search).get('theme') ?? localStorage.getItem(STORAGE_KEY);
  if (asked === 'light' || asked === 'dark') return asked;
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

export function makeTheme(name: ThemeName): GrafanaTheme2 {
  return createTheme({ colors: { mode: name } });
}

/** Loads the page anew in the other theme: Grafana's libraries read the theme once, at the start. */
export function switchTheme(from: ThemeName): void {
  localStorage.setItem(STORAGE_KEY, from === 'light' ? 'dark' : 'light');
  const address = new URL(window.location.href);
  address.searchParams.delete('theme');
  window.location.assign(address);
}
