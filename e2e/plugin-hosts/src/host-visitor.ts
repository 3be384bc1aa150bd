import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type Locator, type Page } from 'playwright-core';

const PICTURES = join(__dirname, '../../../tmp/plugin-hosts/pictures');

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** For machines that do much else. */
const TIMEOUT_MS = 50_000;

/** What Grafana's own libraries say on these pages whatever the plugin does. */
const NOT_OURS = [/React keys must be passed directly/, /Download the React DevTools/];

/** Someone who uses the plugin in a page made of Grafana's libraries. */
export class HostVisitor {
  /** What the browser's console complained about. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly baseUrl: string,
  ) {
    const note = (text: string) => {
      if (!NOT_OURS.some((known) => known.test(text))) this.complaints.push(text);
    };
    page.on('console', (message) => {
      if (message.type() === 'error') note(message.text());
    });
    page.on('pageerror', (error) => note(String(error)));
  }

  /** In a context that others were in before, since the pages are large and the browser has compiled them then. */
  static async come(context: BrowserContext, baseUrl: string): Promise<HostVisitor> {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 1000 });
    page.setDefaultTimeout(TIMEOUT_MS);
    return new HostVisitor(page, baseUrl);
  }

  /** Opens a view and waits until our part of it is drawn. */
  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.baseUrl).href);
    await this.page.locator('[data-ours], section, [role=alert]').first().waitFor();
  }

  /** The part of the page that the plugin draws. */
  get ours(): Locator {
    return this.page.locator('[data-ours]');
  }

  /** Opens a list by its label and takes one of its entries. */
  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).click();
    // A long list holds only what is near: typing brings the entry into view.
    await this.page.keyboard.type(option);
    await this.options.filter({ hasText: option }).first().click();
  }

  /** The entries of the list that is open; in Grafana 10.1 they have a label and no role. */
  get options(): Locator {
    return this.page.locator('[role=option], [aria-label="Select option"]');
  }

  /**
   * Accessibility violations in our own parts, as sentences. The answers, which stand beside them as tables of thousands of
   * cells, are taken out meanwhile: axe looks through the whole page for each of its rules.
   *
   * Looks when no list waits for its names any more: the wheel that Grafana 10.1 shows meanwhile is not ours, and has a label that
   * it must not have.
   */
  async violations(scope = '[data-ours]'): Promise<string[]> {
    await this.page.waitForFunction(() => document.querySelector('.fa-spinner') === null);
    await this.page.evaluate(AXE);
    return this.page.evaluate(async (selector) => {
      interface Axe {
        run(
          context: string,
          options: object,
        ): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
      }
      const { axe } = window as unknown as { axe: Axe };
      const answers = [...document.querySelectorAll('section > table')].map((table) => ({
        table,
        place: document.createComment('answer'),
      }));
      for (const { table, place } of answers) table.replaceWith(place);
      const { violations } = await axe.run(selector, { resultTypes: ['violations'] });
      for (const { table, place } of answers) place.replaceWith(table);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
      );
    }, scope);
  }

  /** Of the whole page, but for the answers: with thousands of rows it would be as high as a house. */
  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    const style = 'section > table { display: none; }';
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true, style });
  }

  leave(): Promise<void> {
    return this.page.close();
  }
}
