import type { FailedRun, FailedRunsFeed } from '@testmetrics/answers';
import { XmlText } from '@testmetrics/junit';

/** The same for every host and for ever, so that no reader shows an entry twice. */
export function feedId({ key, value }: FailedRunsFeed): string {
  return `urn:testmetrics:feed:failed-runs:${strictEncode(key)}:${strictEncode(value)}`;
}

export function entryId({ id }: FailedRun): string {
  return `urn:uuid:${id}`;
}

export function feedTitle({ key, value }: FailedRunsFeed): string {
  return `Failed runs with ${key} ${value}`;
}

export function entryTitle({ job, failed, executed }: FailedRun): string {
  return `${job} failed: ${failed} of ${executed} ${executed === 1 ? 'test' : 'tests'}`;
}

/** The body of an entry as HTML: where it ran, which tests failed, where the logs are. */
export function entryHtml(run: FailedRun, xml: XmlText): string {
  const { project, branch, failed, tests, artifacts } = run;
  const items = tests.map(({ test, message }) => {
    const said = message === '' ? '' : `<br/>${xml.content(message)}`;
    return `<li><code>${xml.content(test)}</code>${said}</li>`;
  });
  const more = failed - tests.length;
  const rest = more > 0 ? `<li>and ${more} more</li>` : '';
  const logs =
    artifacts === null || !isWebAddress(artifacts) ? '' : `<p><a${xml.attribute('href', artifacts)}>Logs</a></p>`;
  return `<p>Project ${xml.content(project)}, branch ${xml.content(branch)}.</p><ul>${items.join('')}${rest}</ul>${logs}`;
}

/** Artifacts come from uploads: what is no address of the web is no link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** What URNs cannot hold is encoded, apostrophes and brackets too. */
function strictEncode(text: string): string {
  const sound = new XmlText().possible(text);
  return encodeURIComponent(sound).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
