import { openBrowser } from '@testmetrics/harness';
import { type Browser, type BrowserContext } from 'playwright-core';
import { findLibraries, type GrafanaVersion } from '../grafana-libraries';
import { HostStack } from '../host-stack';
import { HostVisitor } from '../host-visitor';
import { describeApp } from './describe-app';
import { describeConfig } from './describe-config';
import { describeDashboards } from './describe-dashboards';
import { describeEditors } from './describe-editors';
import { describePanels } from './describe-panels';
import { describeQueryEditor } from './describe-query-editor';

/** All that is tested of one Grafana version, for a file of its own: files run side by side. */
export function describeVersion(version: GrafanaVersion): void {
  describe(`the built plugin in a page made of the libraries of Grafana ${version}`, () => {
    const libraries = findLibraries(version, (line) => process.stderr.write(`${line}\n`));
    if ('missing' in libraries) {
      it.skip(`should work (skipped: ${libraries.missing})`, () => undefined);
      return;
    }

    let stack: HostStack;
    let browser: Browser;
    let context: BrowserContext;
    let url: string;
    let visitor: HostVisitor;

    beforeAll(async () => {
      stack = await HostStack.start();
      url = await stack.serve(version, libraries.directory);
      browser = await openBrowser();
      context = await browser.newContext();
    }, 300_000);

    afterAll(async () => {
      await browser?.close();
      await stack?.stop();
    });

    beforeEach(async () => {
      visitor = await HostVisitor.come(context, url);
    });

    afterEach(async () => {
      await visitor.leave();
    });

    const facts = () => ({ version, stack, visitor });
    describeApp(facts);
    describeConfig(facts);
    describeQueryEditor(facts);
    describeEditors(facts);
    describeDashboards(facts);
    describePanels(facts);
  });
}
