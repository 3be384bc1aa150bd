import { locationService } from '@grafana/runtime';

/** Follows links between dashboards without loading the page anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const anchor = (event.target as Element | null)?.closest?.('a');
  if (!anchor || anchor.origin !== window.location.origin || (anchor.target !== '' && anchor.target !== '_self'))
    return;
  if (!/^\/(d\/|dashboards$|$)/.test(anchor.pathname)) return;
  event.preventDefault();
  locationService.push(`${anchor.pathname}${anchor.search}`);
}
