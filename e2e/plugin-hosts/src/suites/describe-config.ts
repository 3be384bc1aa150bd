import { type TestContext } from '../test-context';

/** What "Save & test" says of each MySQL datasource, by its uid. */
const VERDICTS: readonly (readonly [uid: string, verdict: RegExp])[] = [
  ['testmetrics-mysql', /^success: Everything is connected\. The newest run is of /],
  ['wrong-password', /^error: The MySQL datasource "wrong-password" cannot reach its server or is not let in/],
  ['down', /^error: The MySQL datasource "down" cannot reach its server/],
  ['no-grants', /^error: .*(is not let in|GRANT SELECT)/],
  ['few-grants', /^error: .*GRANT SELECT/],
  ['empty', /^error: The database of "empty" has no tables of Test Metrics\. .*testmetrics db migrate/],
  ['older', /^error: The database is older than this plugin .*testmetrics db migrate/],
  ['newer', /^warning: The database is newer than this plugin .*29991231-01-future/],
  ['no-runs', /^warning: .*no run has been received yet/],
];

export function describeConfig(context: () => TestContext): void {
  describe('the settings of the datasource', () => {
    it('should judge each MySQL datasource in words', async () => {
      const { visitor } = context();
      await visitor.open('/config');
      const said = visitor.page.getByTestId('verdict');
      for (const [uid, verdict] of VERDICTS) {
        await visitor.choose('MySQL datasource', uid);
        await visitor.page.getByRole('button', { name: 'Save & test' }).click();
        await said.waitFor();
        expect([uid, await said.innerText()]).toEqual([uid, expect.stringMatching(verdict)]);
      }
      expect(visitor.complaints).toEqual([]);
    });

    it('should offer MySQL datasources only, without accessibility violations', async () => {
      const { visitor, version } = context();
      await visitor.open('/config');
      await visitor.picture(`config-${version}`);
      expect(await visitor.violations()).toEqual([]);
      await visitor.page.getByRole('combobox', { name: 'MySQL datasource' }).click();
      await visitor.options.first().waitFor();
      const names = await visitor.options.allInnerTexts();
      expect(names).toContain('testmetrics-mysql');
      expect(names).not.toContain('other');
    });

    it.each([
      ['nowhere', /There is no datasource with the uid "nowhere"/],
      ['other', /"other" is a datasource of type prometheus; expected mysql/],
    ])('should say what is wrong with the saved uid %s', async (uid, verdict) => {
      const { visitor } = context();
      await visitor.open(`/config?mysqlUid=${uid}`);
      await visitor.ours.getByText(`There is no MySQL datasource with the uid "${uid}"`).waitFor();
      await visitor.page.getByRole('button', { name: 'Save & test' }).click();
      const said = visitor.page.getByTestId('verdict');
      await said.waitFor();
      expect(await said.innerText()).toMatch(verdict);
    });
  });
}
