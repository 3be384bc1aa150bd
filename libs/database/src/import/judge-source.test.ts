import { ImportError } from './import-error';
import { judgeSource, type SourceFacts } from './judge-source';
import { HEAD_REVISION, KNOWN_REVISIONS } from './known-revisions';
import { REFERENCE_TABLES } from './reference-tables';

const TABLES = new Map(REFERENCE_TABLES.map(({ table, columns }) => [table, new Set(columns)]));

function judge(facts: Partial<SourceFacts>): ImportError | null {
  try {
    judgeSource({ tables: TABLES, revisions: [HEAD_REVISION], flavor: 'mysql', ...facts });
    return null;
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
}

describe('judgeSource()', () => {
  it('should take the newest schema', () => {
    expect(judge({})).toBeNull();
  });

  it.each(KNOWN_REVISIONS.slice(0, -1).map(({ revision }, index) => [revision, 15 - index]))(
    'should know revision %s, %i steps behind, and name the command to run',
    (revision, behind) => {
      const error = judge({ revisions: [revision] });
      expect(error?.code).toBe('import_old_revision');
      expect(error?.facts.found).toContain(`${behind} ${behind === 1 ? 'step' : 'steps'} behind`);
      expect(error?.facts.action).toContain('subunit2sql-db-manage --database-connection');
      expect(error?.facts.action).toContain('upgrade head');
    },
  );

  it('should say before which step MariaDB stops, and the way around', () => {
    expect(judge({ revisions: ['b96122f780'], flavor: 'mariadb' })?.facts.action).toContain('--from');
    expect(judge({ revisions: ['35cd45895e56'], flavor: 'mariadb' })?.facts.action).not.toContain('--from');
  });

  it.each<[string, Partial<SourceFacts>, string, string]>([
    ['an empty database', { tables: new Map(), revisions: null }, 'import_not_subunit2sql', 'no tables at all'],
    [
      'another one',
      { tables: new Map([['wp_posts', new Set()]]), revisions: null },
      'import_not_subunit2sql',
      'wp_posts',
    ],
    [
      'ours',
      { tables: new Map([...TABLES, ['tm_migrations', new Set<string>()]]) },
      'import_not_needed',
      'tm_migrations',
    ],
    ['one without a version', { revisions: null }, 'import_not_subunit2sql', 'the tables tests, runs'],
    ['an empty alembic_version', { revisions: [] }, 'import_half_migrated', 'none'],
    ['two versions', { revisions: ['b96122f780', '2822a408bdd0'] }, 'import_half_migrated', '2: b96122f780'],
    ['a newer one', { revisions: ['feedfacecafe'] }, 'import_unknown_revision', 'feedfacecafe'],
    [
      'copies left behind',
      { revisions: ['b96122f780'], tables: new Map([...TABLES, ['runs_new', new Set<string>()]]) },
      'import_half_migrated',
      'runs_new',
    ],
    [
      'a missing table',
      { tables: new Map([...TABLES].filter(([table]) => table !== 'attachments')) },
      'import_half_migrated',
      'no attachments',
    ],
    [
      'a missing column',
      { tables: new Map([...TABLES, ['runs', new Set(['id', 'uuid'])]]) },
      'import_half_migrated',
      'runs.run_at',
    ],
  ])('should refuse %s', (_, facts, code, found) => {
    const error = judge(facts);
    expect(error?.code).toBe(code);
    expect(error?.facts.found).toContain(found);
    expect(error?.facts.action).not.toBe('');
  });
});
