'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Files that take long, the longest first. Where a checkout is fresh, jest knows no durations and goes by the size of files;
 * a long one that comes last leaves all processors but one without work.
 */
const LONGEST = [
  'e2e/plugin-hosts/src/hosts-13.2.e2e.test.ts',
  'e2e/plugin-hosts/src/hosts-10.1.e2e.test.ts',
  'e2e/browser/src/dashboards.e2e.test.ts',
  'e2e/cli/src/inspect.e2e.test.ts',
  'e2e/runners/src/runners.e2e.test.ts',
  'apps/ingest/src/export.int.test.ts',
  'libs/dashboards/src/panels.int.test.ts',
  'libs/database/src/rollup/rollup.int.test.ts',
  'libs/dashboards/src/hostile-names.int.test.ts',
  'libs/subunit/src/corpus.int.test.ts',
  'libs/private-database/src/private-database.int.test.ts',
  'apps/ingest/src/upload.int.test.ts',
  'libs/dashboards/src/alerts/alerts.int.test.ts',
  'libs/dashboards/src/catalog-answers.int.test.ts',
  'apps/grafana-plugin/src/datasource/editor/query-editor.test.tsx',
  'apps/grafana-plugin/src/timeline-panel/timeline-panel.test.tsx',
  'libs/questions/src/compile/hostile-texts.test.ts',
  'libs/dashboards/src/all-dashboards.test.ts',
  'libs/subunit/src/damage.test.ts',
];

/** Long files first, then all others as jest would order them. */
class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted].sort((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ path }) {
  const place = LONGEST.findIndex((file) => path.endsWith(`/${file}`));
  return place === -1 ? LONGEST.length : place;
}

module.exports = LongestFirst;
