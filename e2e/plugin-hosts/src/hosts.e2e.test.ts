import { openBrowser } from '@testmetrics/harness';
import { type Browser, type BrowserContext } from 'playwright-core';
import { findLibraries, GRAFANA_VERSIONS } from './grafana-libraries';
import { HostStack } from './host-stack';
import { HostVisitor } from './host-visitor';
import { describeApp } from './suites/describe-app';
import { describeConfig } from './suites/describe-config';
import { describeDashboards } from './suites/describe-dashboards';
import { describeEditors } from './suites/describe-editors';
import { describePanels } from './suites/describe-panels';
import { describeQueryEditor } from './suites/describe-query-editor';

let stack: HostStack;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  stack = await HostStack.start();
  browser = await openBrowser();
  context = await browser.newContext();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe.each(GRAFANA_VERSIONS)('the built plugin in a page made of the libraries of Grafana %s', (version) => {
  const libraries = findLibraries(version, (line) => process.stderr.write(`${line}\n`));
  if ('missing' in libraries) {
    it.skip(`should work (skipped: ${libraries.missing})`, () => undefined);
    return;
  }

  let url: string;
  let visitor: HostVisitor;

  beforeAll(async () => {
    url = await stack.serve(version, libraries.directory);
  }, 300_000);

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
