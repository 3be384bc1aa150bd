import { problemSchema } from '@testmetrics/api-contract';
import { SAXParser } from 'sax';
import { startTestService, streamOf } from './testing';
import type { TestService } from './testing';

const DAY_MS = 86_400_000;
const HOSTILE = `<b>&"'</b>`;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly path: string;
  text: string;
}

/** Every element of a document; what is not well-formed throws. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SAXParser(true, {});
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const element = {
      name,
      attributes: attributes as Record<string, string>,
      path: [...open.map((one) => one.name), name].join('/'),
      text: '',
    };
    open.push(element);
    elements.push(element);
  };
  parser.ontext = (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  };
  parser.onclosetag = () => void open.pop();
  parser.write(xml).close();
  return elements;
}

describe('feeds and badges', () => {
  let service: TestService;
  let failedRun = '';
  beforeAll(async () => {
    service = await startTestService();
    const base = 'meta.build_name=unit&meta.project=nova';
    await upload(`${base}&${at(3)}`, ['a', 'b']);
    failedRun = await upload(`${base}&${at(2)}&artifacts=https://logs.example/1?a=1%26b=2`, [
      { id: `t.${HOSTILE}`, status: 'fail', files: { traceback: `ValueError: ${HOSTILE} \u0000\u0001` } },
      'b',
    ]);
    await upload(`${base}&${at(1)}`, [
      { id: 'b', status: 'fail' },
      { id: 'b', status: 'success' },
    ]);
    await upload(`meta.build_name=green&meta.project=glance%2Fx&${at(1)}`, ['a']);
    await upload(`meta.build_name=old&${at(100)}`, ['a']);
    await upload(`meta.build_name=${encodeURIComponent(HOSTILE)}&meta.odd%20key=a.atom&${at(1)}`, [
      { id: 'x', status: 'fail' },
    ]);
    await rolledUp();
  });
  afterAll(() => service.dispose());

  const at = (daysAgo: number) => `run_at=${new Date(Date.now() - daysAgo * DAY_MS).toISOString()}`;

  const upload = async (query: string, tests: Parameters<typeof streamOf>[0]): Promise<string> => {
    const response = await fetch(`${service.url}/v1/runs?${query}`, { method: 'POST', body: streamOf(tests) });
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  };

  /** Counts of long ranges are rollups. */
  const rolledUp = async (): Promise<void> => {
    for (;;) {
      const text = await (await fetch(`${service.url}/metrics`)).text();
      if (/^testmetrics_rollup_lag_seconds 0$/m.test(text)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${service.url}${path}`, { headers });

  describe('an Atom feed', () => {
    it('should have what RFC 4287 asks for, and ids that are the same everywhere', async () => {
      const reply = await get('/v1/feeds/project/nova.atom', {
        'X-Forwarded-Proto': 'https',
        'X-Forwarded-Host': 'ci.example',
      });
      expect(reply.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      expect(reply.headers.get('cache-control')).toBe('max-age=300');
      const elements = elementsOf(await reply.text());
      const textOf = (path: string) => elements.filter((one) => one.path === path).map(({ text }) => text);
      expect(elements[0]).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } });
      expect(textOf('feed/id')).toEqual(['urn:testmetrics:feed:failed-runs:project:nova']);
      expect(textOf('feed/title')).toEqual(['Failed runs with project nova']);
      expect(textOf('feed/author/name')).toEqual(['Test Metrics']);
      expect(textOf('feed/entry/id')).toEqual([`urn:uuid:${failedRun}`]);
      expect(textOf('feed/entry/title')).toEqual(['unit failed: 1 of 2 tests']);
      expect(textOf('feed/updated')).toEqual(textOf('feed/entry/updated'));
      expect(textOf('feed/entry/updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      const links = elements
        .filter(({ name }) => name === 'link')
        .map(({ attributes }) => [attributes['rel'], attributes['href']]);
      expect(links).toEqual([
        ['self', 'https://ci.example/v1/feeds/project/nova.atom'],
        ['alternate', 'https://ci.example/v1/runs'],
        ['alternate', `https://ci.example/v1/runs/${failedRun}`],
        ['related', 'https://logs.example/1?a=1&b=2'],
      ]);
    });

    it('should escape what tests say twice: as HTML, and that as XML', async () => {
      const text = await (await get('/v1/feeds/project/nova.atom')).text();
      const [content] = elementsOf(text).filter(({ path }) => path === 'feed/entry/content');
      expect(content?.attributes).toEqual({ type: 'html' });
      expect(content?.text).toContain('<code>t.&lt;b&gt;&amp;');
      expect(content?.text).not.toContain('<b>');
      expect(content?.text).toContain('href="https://logs.example/1?a=1&amp;b=2"');
    });

    it('should be empty where nothing failed, and not change by itself', async () => {
      const replies = [await get('/v1/feeds/project/glance%2Fx.atom'), await get('/v1/feeds/project/glance%2Fx.atom')];
      const [first, second] = await Promise.all(replies.map((reply) => reply.text()));
      expect(first).toBe(second);
      const elements = elementsOf(first ?? '');
      expect(elements.filter(({ name }) => name === 'entry')).toEqual([]);
      expect(elements.find(({ path }) => path === 'feed/updated')?.text).toMatch(/^20/);
    });

    it('should read values that look like a suffix, and keys with spaces', async () => {
      const elements = elementsOf(await (await get('/v1/feeds/odd%20key/a.atom.atom')).text());
      expect(elements.find(({ path }) => path === 'feed/id')?.text).toBe(
        'urn:testmetrics:feed:failed-runs:odd%20key:a.atom',
      );
      expect(elements.find(({ path }) => path === 'feed/entry/category')?.attributes['term']).toBe(HOSTILE);
    });
  });

  describe('an RSS feed', () => {
    it('should have what RSS 2.0 asks for', async () => {
      const reply = await get('/v1/feeds/build_name/unit.rss?limit=5');
      expect(reply.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
      const elements = elementsOf(await reply.text());
      const one = (path: string) => elements.find((element) => element.path === path);
      expect(one('rss')?.attributes['version']).toBe('2.0');
      for (const name of ['title', 'link', 'description']) expect(one(`rss/channel/${name}`)?.text).not.toBe('');
      expect(one('rss/channel/item/guid')).toMatchObject({
        text: `urn:uuid:${failedRun}`,
        attributes: { isPermaLink: 'false' },
      });
      expect(one('rss/channel/item/link')?.text).toBe(`${service.url}/v1/runs/${failedRun}`);
      expect(one('rss/channel/item/pubDate')?.text).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
      expect(one('rss/channel/atom:link')?.attributes['href']).toBe(
        `${service.url}/v1/feeds/build_name/unit.rss?limit=5`,
      );
    });
  });

  it.each([
    ['/v1/feeds/projekt/nova.atom', 404, 'key_not_found', ['project']],
    ['/v1/feeds/project/nvoa.rss', 404, 'value_not_found', ['nova']],
    ['/v1/feeds/project/nova', 404, 'not_found', undefined],
    ['/v1/feeds/project/nova.atom?limit=0', 400, 'bad_parameter', undefined],
    ['/v1/feeds/project/nova.atom?limit=1000000000', 400, 'bad_parameter', undefined],
    ['/v1/feeds/project/nova.atom?job=x', 400, 'unknown_parameter', undefined],
    ['/v1/feeds/project/%E0%A4%A.atom', 400, 'bad_url', undefined],
    ['/v1/badges/flaky.svg?days=0', 400, 'bad_parameter', undefined],
    ['/v1/badges/coverage.svg', 404, 'not_found', undefined],
  ])('should refuse %s', async (path, status, code, suggestions) => {
    const reply = await get(path);
    const problem = problemSchema.parse(await reply.json());
    expect([reply.status, problem.code, problem.suggestions]).toEqual([status, code, suggestions]);
  });

  it('should not put a host into a feed that is none', async () => {
    const text = await (await get('/v1/feeds/project/nova.atom', { 'X-Forwarded-Host': 'evil"><x' })).text();
    expect(text).toContain(`${service.url}/v1/runs`);
    expect(text).not.toContain('evil');
  });

  describe('a badge', () => {
    const titleOf = async (path: string): Promise<string | undefined> => {
      const reply = await get(path);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
      const elements = elementsOf(await reply.text());
      const title = elements.find(({ name }) => name === 'title')?.text;
      expect(elements[0]?.attributes).toMatchObject({ role: 'img', 'aria-label': title });
      return title;
    };
    const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);

    it.each([
      ['pass-rate.svg?job=unit', () => 'pass rate: 66.6 %'],
      ['pass-rate.svg?job=unit&days=1', () => 'pass rate: no runs'],
      ['pass-rate.svg?job=green&project=glance%2Fx', () => 'pass rate: 100 %'],
      ['pass-rate.svg?job=unti', () => 'pass rate: unknown job'],
      ['pass-rate.svg?job=unit&branch=none-such', () => 'pass rate: unknown branch'],
      ['pass-rate.svg?job=unit&project=glance%2Fx', () => 'pass rate: no runs'],
      ['pass-rate.svg?job=old', () => 'pass rate: no runs'],
      ['pass-rate.svg?job=old&days=366', () => 'pass rate: 100 %'],
      ['pass-rate.svg?job=unit&label=nova%20%3Cunit%3E', () => 'nova <unit>: 66.6 %'],
      ['last-run.svg?job=green', () => `last run: passed ${day(1)}`],
      [`last-run.svg?job=${encodeURIComponent(HOSTILE)}`, () => `last run: failed (1 test) ${day(1)}`],
      ['last-run.svg?job=unti', () => 'last run: unknown job'],
      ['flaky.svg?job=unit', () => 'flaky tests: 1'],
      ['flaky.svg?job=green', () => 'flaky tests: none'],
      ['flaky.svg?job=old', () => 'flaky tests: no runs'],
    ])('should say of %s', async (path, title) => {
      expect(await titleOf(`/v1/badges/${path}`)).toBe(title());
    });

    it('should run nothing, be kept for minutes, and be sent once', async () => {
      const { headers } = await get('/v1/badges/flaky.svg?job=unit');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('max-age=300');
      const again = await get('/v1/badges/flaky.svg?job=unit', { 'If-None-Match': headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    });
  });
});
