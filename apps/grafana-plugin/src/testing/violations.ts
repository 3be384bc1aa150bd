import axe from 'axe-core';

/** What axe finds wrong, one line each. Colors need a layout, which jsdom has none of; e2e/plugin-hosts checks them. */
export async function violations(container: Element): Promise<string[]> {
  const { violations: found } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
