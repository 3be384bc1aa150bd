/** How thick scroll bars are here; 0 where they lie over the content. */
export function scrollbarSize(): number {
  const probe = document.createElement('div');
  probe.style.cssText = 'position:absolute;visibility:hidden;width:100px;height:100px;overflow:scroll';
  document.body.appendChild(probe);
  const size = probe.offsetWidth - probe.clientWidth;
  probe.remove();
  return Math.max(0, size);
}
