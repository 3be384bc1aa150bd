import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Locator, type Page } from 'playwright-core';

const PICTURES = join(__dirname, '../../../tmp/browser');

/** High enough for the longest dashboard: panels out of view do not load. */
const HEIGHT = 5200;

/** Titles of the panels in view that show nothing; runs in the page. */
function emptyPanels(): string[] {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-testid^="data-testid Panel header "]')];
  return panels
    .filter((panel) => panel.getBoundingClientRect().top < window.innerHeight)
    .filter((panel) => {
      const body = panel.querySelector<HTMLElement>('[data-testid="data-testid panel content"]');
      return body === null || (body.innerText.trim() === '' && body.querySelector('canvas') === null);
    })
    .map((panel) => (panel.dataset['testid'] ?? '').replace('data-testid Panel header ', ''));
}

/** Someone who looks at dashboards. */
export class Visitor {
  /** What the browser's console complained about. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly baseUrl: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  static async come(
    browser: Browser,
    baseUrl: string,
    size: { readonly width: number; readonly height: number } = { width: 1280, height: HEIGHT },
  ): Promise<Visitor> {
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(30_000);
    return new Visitor(page, baseUrl);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.baseUrl).href);
    await this.drawn();
  }

  /** A panel by its title. */
  panel(title: string): Locator {
    return this.page.locator(`[data-testid="data-testid Panel header ${title}"]`);
  }

  /** The cells of a table's row that contains `text`. */
  async row(panel: string, text: string): Promise<string[]> {
    const row = this.panel(panel).locator('[role=row]', { hasText: text }).first();
    await row.waitFor();
    return row.locator('[role=gridcell]').allInnerTexts();
  }

  /** Waits until every panel in view shows something and nothing loads any more; the error names those that do not. */
  async drawn(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('[data-testid="data-testid panel content"]') !== null);
    await this.page
      .waitForFunction(() => !/Loading( the (run|history))?…/.test(document.body.innerText))
      .then(() => this.page.waitForFunction(`(${emptyPanels.toString()})().length === 0`))
      .catch(async (error: unknown) => {
        const empty = await this.page.evaluate(emptyPanels);
        throw new Error(`expected every panel to show something, found nothing in: ${empty.join(', ')}`, {
          cause: error,
        });
      });
  }

  /** Waits until a panel says what it should; the error shows what it said instead. */
  async sees(title: string, text: string | RegExp): Promise<void> {
    const shows = this.panel(title).filter({ hasText: text });
    await shows
      .first()
      .waitFor()
      .catch(async () => {
        throw new Error(
          `expected "${title}" to say ${String(text)}, found: ${await this.panel(title).first().innerText()}`,
        );
      });
  }

  /** Chooses one value of a variable that allows several. */
  async choose(label: string, value: string): Promise<void> {
    const variable = this.page
      .locator(`[data-testid="data-testid Dashboard template variables submenu Label ${label}"]`)
      .locator('..');
    await variable.locator('input').first().click();
    await this.page.keyboard.type(value);
    await this.page.locator('[role=option]', { hasText: value }).first().click();
    // The choice is taken when the list loses the focus.
    await this.page.mouse.click(640, 4);
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  leave(): Promise<void> {
    return this.page.close();
  }
}
