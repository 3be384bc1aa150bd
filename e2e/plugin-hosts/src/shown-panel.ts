import { type Page } from 'playwright-core';

/** A frame as the page shows it: every value of every column. */
export interface ShownFrame {
  readonly sql: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

export interface ShownPanel {
  readonly title: string;
  readonly type: string;
  readonly problems: readonly string[];
  readonly frames: readonly ShownFrame[];
}

/** Waits until every panel of a dashboard has its answer, and reads them all. */
export async function readPanels(page: Page): Promise<ShownPanel[]> {
  await page.locator('section').first().waitFor();
  await page.waitForFunction(() => document.querySelector('section[data-state=loading]') === null);
  return page.evaluate(() => {
    const all = (root: Element, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
    return all(document.body, 'section').map((section) => ({
      title: section.getAttribute('aria-label') ?? '',
      type: section.dataset['panel'] ?? '',
      problems: all(section, ':scope > [role=alert]').map((alert) => alert.innerText),
      frames: all(section, ':scope > table').map((table) => ({
        sql: table.dataset['sql'] ?? '',
        columns: all(table, 'th').map((th) => ({ name: th.innerText, type: th.dataset['type'] ?? '' })),
        rows: all(table, 'tbody tr').map((tr) =>
          all(tr, 'td').map((td) => JSON.parse(td.dataset['value'] ?? 'null') as unknown),
        ),
      })),
    }));
  });
}
