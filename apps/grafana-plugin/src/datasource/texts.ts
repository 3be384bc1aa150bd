/*
 * Every text that people read, in one place: for whoever checks the wording, and for a translation one day.
 */

/** What is said where something is wrong: what was found, and what to do. */
export const TEXTS = {
  query: {
    nothingChosen: 'No question is chosen',
    ownSql: (sql: string) => `SQL: ${shortened(sql)}`,
    unknownKind: (kind: string) => `A question of the unknown kind "${shortened(kind)}"`,
    newerSchema: (found: number, known: number) =>
      `This query was saved by a newer version of the Test Metrics plugin (format ${found}; this one knows ${known}). Update the plugin, or choose the question again.`,
  },
  adHoc: {
    unknownKey: (key: string, keys: readonly string[]) =>
      `The filter "${key}" is unknown here: expected one of ${keys.join(', ')}. Remove it.`,
    operator: (filter: string) =>
      `The filter "${filter}" cannot be applied: expected the operator = (or one of =|, and =~ for tests). Change its operator.`,
    oneValue: (filter: string) =>
      `The filter "${filter}" cannot be applied: metadata takes one value. Choose one, or add a filter for each value that must hold.`,
    status: (found: string, statuses: readonly string[]) =>
      `The filter "status = ${found}" cannot be applied: expected one of ${statuses.join(', ')}.`,
    ignored: (filter: string, question: string) =>
      `The filter "${filter}" has no meaning for "${question}" and was left out.`,
  },
  answer: {
    noReason: 'The query failed and the server gave no reason. Its log says more.',
    noRows: (question: string) =>
      `No rows in this time range for: ${question}. Choose a longer range, or take filters away.`,
    atMostRows: (limit: number) =>
      `Only the first ${limit} rows: more than that is never shown. Narrow the question by filters or a shorter time range.`,
    limitedRows: (limit: number, max: number) =>
      `The first ${limit} rows; there may be more. Raise the limit (at most ${max}), or narrow the question.`,
  },
  health: {
    notChosen: (name: string) =>
      `No MySQL datasource is chosen. Open the configuration of "${name}" and choose the one that holds the test results.`,
    unknownUid: (uid: string, name: string) =>
      `There is no datasource with the uid "${uid}": it was removed, or you may not query it. Open the configuration of "${name}" and choose another MySQL datasource.`,
    notMysql: (name: string, type: string) =>
      `"${name}" is a datasource of type ${type}; expected mysql. Choose the MySQL datasource that holds the test results.`,
    unreachable: (name: string) =>
      `The MySQL datasource "${name}" cannot reach its server or is not let in. Check its address, user, password and database with its own "Save & test".`,
    noGrants: (name: string) =>
      `The user of the MySQL datasource${name === '' ? '' : ` "${name}"`} may not read the tables. Grant it: GRANT SELECT ON testmetrics.* TO 'grafana_reader'@'%'; with your names of database and user.`,
    noSchema: (name: string) =>
      `The database of "${name}" has no tables of Test Metrics. Check that the datasource names the right database; a new one is prepared by "testmetrics db migrate", which the ingest service also does when it starts.`,
    schemaTooOld: (found: string, needed: string) =>
      `The database is older than this plugin (it is at ${found}, the plugin needs ${needed}). Update the ingest service, or run "testmetrics db migrate" of the version that belongs to the plugin.`,
    schemaNewer: (found: string, known: string) =>
      `The database is newer than this plugin (it is at ${found}, the plugin knows ${known}). Most questions work; update the plugin to be sure.`,
    noRuns:
      'Everything is connected, and no run has been received yet. Post a first one: the start page of the Test Metrics app shows how with curl.',
    ok: (at: string, job: string, waiting: number) =>
      `Everything is connected. The newest run is of ${job}, ${at}${waiting === 0 ? '' : `; ${waiting} ${waiting === 1 ? 'run waits' : 'runs wait'} to be added to the totals`}.`,
  },
  editor: {
    question: 'Question',
    chooseQuestion: 'Choose a question',
    testsBy: 'Tests by',
    testWays: {
      tests: 'name',
      testPrefix: 'beginning',
      testPattern: 'regular expression',
      testSearch: 'part of the name',
    },
    nothingFound: 'Nothing found',
    addMetadata: 'Filter by metadata',
    removeMetadata: 'Remove this filter',
    showSql: 'Show SQL',
    copySql: 'Copy SQL',
    copy: { copied: 'Copied', failed: 'Not copied: select the text and copy it by keys' },
    editSql: 'Edit as MySQL query',
    sql: 'SQL',
    sqlHelp:
      "Asked when the field is left, or by Ctrl+Enter. Grafana's macros such as $__timeFilter(column) work; series need a column named time.",
    backToQuestion: 'Back to the question',
    backLoses: 'What you wrote in SQL will be lost; the question is still as it was.',
    backConfirm: 'Discard the SQL',
    pattern: (expected: string, found: string, action: string) => `Expected ${expected}, found ${found}. ${action}`,
    number: (min: number, max: number) => `Expected a whole number from ${min} to ${max}`,
    columns: [
      { value: 'runs', label: 'Runs' },
      { value: 'time', label: 'Time' },
    ],
    formats: [
      { value: 'time_series', label: 'Time series' },
      { value: 'table', label: 'Table' },
    ],
    fields: {
      projects: { label: 'Projects', placeholder: 'All projects' },
      jobs: { label: 'Jobs', placeholder: 'All jobs' },
      branches: { label: 'Branches', placeholder: 'All branches' },
      tests: { label: 'Tests', placeholder: 'Type a part of the name' },
      testPrefix: { label: 'Names begin with', placeholder: 'tempest.api.compute.' },
      testPattern: { label: 'Names match', placeholder: 'test_(boot|resize)_.*' },
      testSearch: { label: 'Names contain', placeholder: 'test_server_basic_ops' },
      statuses: { label: 'Outcomes', placeholder: 'All outcomes' },
      runs: { label: 'Runs', placeholder: 'Choose a run, or paste its id' },
      metadataKey: { label: 'By the metadata', placeholder: 'Choose a key' },
      metadataFilterKey: { label: 'Metadata key', placeholder: 'Choose a key' },
      metadataFilterValue: { label: 'Metadata value', placeholder: 'Choose a value' },
      measure: { label: 'Measure' },
      direction: { label: 'Order' },
      columns: { label: 'Columns' },
      minRuns: { label: 'At least so many runs' },
      limit: { label: 'Limit' },
      page: { label: 'Page' },
      format: { label: 'Format' },
    },
  },
  config: {
    mysql: 'MySQL datasource',
    mysqlHelp:
      'The one whose database holds the test results. Everything is read through it, with its user and its limits.',
    choose: 'Choose a MySQL datasource',
    unknown: (uid: string) => `There is no MySQL datasource with the uid "${uid}". Choose another.`,
    none: 'There is no MySQL datasource yet',
    noneHelp: 'Add one that connects to the database of Test Metrics, then come back and choose it here.',
    add: 'Add a MySQL datasource',
    rightsTitle: 'What the MySQL user may do, everybody who may query may do',
    rights:
      'Give that user SELECT on the database of Test Metrics and nothing else, and set its session time zone to +00:00.',
  },
  variable: {
    list: 'List',
    listHelp: 'What can be chosen; other variables of the dashboard may narrow it.',
    lists: {
      projects: 'Projects',
      jobs: 'Jobs',
      branches: 'Branches',
      tests: 'Tests',
      testPrefixes: 'Beginnings of test names',
      metadataKeys: 'Metadata keys',
      metadataValues: 'Metadata values of a key',
      runs: 'Runs',
    },
    carries: 'The variable carries',
    carriesOptions: [
      { value: 'key', label: 'keys (short and fast)' },
      { value: 'value', label: 'names' },
    ],
    fields: {
      search: { label: 'Contains', placeholder: 'A part of the name, or $search' },
      prefix: { label: 'Begins with', placeholder: 'tempest.api.' },
      pattern: { label: 'Matches', placeholder: 'A regular expression' },
      metadataKey: { label: 'Metadata key', placeholder: 'build_name' },
    },
    unknownList: (found: string, lists: readonly string[]) =>
      `The variable lists "${found}", which is unknown: expected one of ${lists.join(', ')}. Choose again in the variable's settings.`,
  },
};

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
