import { expect, test } from '@grafana/plugin-e2e';
import { makeDashboard, OURS, removeDashboard } from './scratch';
import { untilQuiet, watch } from './support';

const UID = 'tm-e2e-mixed';

test.describe('Expressions', () => {
  test.afterEach(({ request }) => removeDashboard(request, UID));

  test('should calculate with our query on Mixed, by the server', async ({ page, request }) => {
    await makeDashboard(request, UID, { panels: [MIXED] });
    const seen = watch(page);
    const answer = page.waitForResponse(
      (response) =>
        response.url().includes('/api/ds/query') && (response.request().postData() ?? '').includes('__expr__'),
    );
    await page.goto(`/d/${UID}?from=now-30d&to=now`);
    const { results } = (await (await answer).json()) as {
      readonly results: Readonly<
        Record<
          string,
          { readonly frames: readonly { readonly data: { readonly values: readonly (readonly number[])[] } }[] }
        >
      >;
    };
    const valuesOf = (refId: string) => results[refId]?.frames[0]?.data.values.at(-1) ?? [];
    expect(valuesOf('A').length).toBeGreaterThan(0);
    expect(valuesOf('B')).toEqual(valuesOf('A').map((value) => value * 2));
    await untilQuiet(page);
    expect(seen.queries).toEqual([]);
    await expect(page.locator('.panel-info-corner--error')).toHaveCount(0);
  });
});

const MIXED = {
  id: 1,
  type: 'timeseries',
  title: 'Tests, twice',
  gridPos: { x: 0, y: 0, w: 24, h: 10 },
  datasource: { uid: '-- Mixed --' },
  targets: [
    { refId: 'A', datasource: OURS, schema: 1, question: { kind: 'testsOverTime' } },
    { refId: 'B', datasource: { type: '__expr__', uid: '__expr__' }, type: 'math', expression: '$A * 2' },
  ],
};
