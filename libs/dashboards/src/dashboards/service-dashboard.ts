import { NO_RUNS_FOR_A_DAY } from '../annotations';
import { type DashboardDescription } from '../description';
import { JOB_LINK, RUN_LINK } from '../links';
import { ACCENT_COLOR, NEUTRAL_COLOR, OUTCOME_COLORS, OUTCOME_TEXT_COLORS } from '../palette';
import { figuresPanel, wordPanel } from '../panels/stat-panel';
import { ago, bytes, count, duration, linked, moment, ratio, tablePanel, width } from '../panels/table-panel';
import { bars, fixedColor, HIDDEN_SERIES } from '../panels/time-panel';
import { dimensionVariables } from '../variables';
import { CHOSEN } from './filters';
import { NO_RUNS, WHOLE_DAYS } from './texts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Is the service healthy: does data arrive, is it whole, is it counted. */
export function serviceDashboard(): DashboardDescription {
  return {
    name: 'service',
    title: 'Service health',
    description: 'Whether runs arrive, how old the newest is, whether they arrive whole, and whether they are counted.',
    refresh: '1m',
    variables: dimensionVariables(),
    annotations: [{ ...NO_RUNS_FOR_A_DAY, isOn: true }],
    panels: [
      freshnessPanel(),
      waitingPanel(),
      samplePanel(),
      uploadsPanel(),
      bytesPanel(),
      refusedPanel(),
      quietJobsPanel(),
      damagePanel(),
    ],
  };
}

function freshnessPanel() {
  return figuresPanel({
    title: 'Newest run',
    description:
      'How long before the end of the time range the newest run started, however far back: old data looks like a quiet day, and is not. Orange from a day, red from three.',
    question: { kind: 'freshness', ...CHOSEN },
    noData: 'There is no run at all: post a first one',
    unit: 's',
    fields: ['Age'],
    width: 8,
    height: 4,
    steps: [
      { value: null, color: 'text' },
      { value: DAY, color: OUTCOME_TEXT_COLORS.Flaky },
      { value: 3 * DAY, color: OUTCOME_TEXT_COLORS.Failed },
    ],
  });
}

function waitingPanel() {
  return figuresPanel({
    title: 'Waiting to be counted',
    description:
      'Stored runs that are not in the daily totals yet, and for how long the oldest of them has waited, of all jobs. A few seconds are usual.',
    question: { kind: 'rollupLag' },
    noData: 'The database does not say',
    unit: 's',
    fields: ['Pending runs', 'Lag'],
    width: 8,
    height: 4,
    steps: [
      { value: null, color: 'text' },
      { value: 60, color: OUTCOME_TEXT_COLORS.Flaky },
      { value: 300, color: OUTCOME_TEXT_COLORS.Failed },
    ],
  }).overrideByName('Pending runs', [
    { id: 'unit', value: 'locale' },
    { id: 'color', value: { mode: 'fixed', fixedColor: 'text' } },
  ]);
}

function samplePanel() {
  return wordPanel({
    title: 'Sample data',
    description: 'How many of the runs in the time range are made-up sample data that came with the installation.',
    question: { kind: 'sampleData', ...CHOSEN },
    noData: NO_RUNS,
    size: 16,
    width: 8,
    height: 4,
    warnAt: { pattern: '.*sample data$', color: OUTCOME_TEXT_COLORS.Flaky },
  });
}

function uploadsPanel() {
  return bars({
    title: 'Uploads',
    description: `Stored uploads by when their runs began; those with damage in the stream; and the incomplete ones (damaged, cut, or with tests that never ended). ${WHOLE_DAYS}`,
    question: { kind: 'serviceUploads', ...CHOSEN },
    noData: NO_RUNS,
    unit: 'short',
    width: 12,
    height: 8,
  })
    .overrideByName('Uploads', [fixedColor(NEUTRAL_COLOR)])
    .overrideByName('Damaged', [fixedColor(OUTCOME_COLORS.Failed)])
    .overrideByName('Incomplete', [fixedColor(OUTCOME_COLORS.Flaky)])
    .overrideByRegexp('^(Bytes.*|Events)$', HIDDEN_SERIES);
}

function bytesPanel() {
  return bars({
    title: 'Bytes received',
    description: `Bytes as they came over the wire, and of the streams that they held. ${WHOLE_DAYS}`,
    question: { kind: 'serviceUploads', ...CHOSEN },
    noData: NO_RUNS,
    unit: 'bytes',
    width: 12,
    height: 8,
  })
    .fillOpacity(60)
    .overrideByName('Bytes received', [fixedColor(NEUTRAL_COLOR)])
    .overrideByName('Bytes of streams', [fixedColor(ACCENT_COLOR)])
    .overrideByRegexp('^(Uploads|Damaged|Incomplete|Events)$', HIDDEN_SERIES);
}

function refusedPanel() {
  return tablePanel({
    title: 'Refused uploads',
    description:
      'Uploads of the hours in the time range that were not stored, by the code of the reply, of all jobs: docs/protocol.md says what each code means and what the client can do.',
    question: { kind: 'refusedUploads' },
    noData: 'No upload was refused in this time range',
    width: 24,
    height: 6,
    columns: {
      Reason: [{ id: 'custom.minWidth', value: 220 }],
      Refused: count(120),
      Newest: ago(160),
    },
  });
}

function quietJobsPanel() {
  return tablePanel({
    title: 'Newest run of each job',
    description:
      'For how long each job has not run, against its usual gap: the 28 days before the end of the time range by its runs in them. Those that missed most of their gaps come first.',
    question: { kind: 'quietJobs', ...CHOSEN, limit: 200 },
    noData: 'No job ran on two days of the last 28',
    width: 24,
    height: 9,
    columns: {
      Job: [{ id: 'custom.minWidth', value: 220 }, ...linked(JOB_LINK)],
      'Newest run': ago(160),
      'Silent for': duration(130),
      'Usual gap': duration(130),
      'Gaps missed': ratio(120),
      'Runs in 28 days': count(140),
    },
  });
}

function damagePanel() {
  return tablePanel({
    title: 'Damaged and incomplete runs',
    description:
      'The newest 100 runs whose stream was damaged or cut, or in which a test never ended, with what could not be read.',
    question: { kind: 'serviceDamage', ...CHOSEN },
    noData: 'Every run of this time range is complete',
    width: 24,
    height: 10,
    columns: {
      time: [...moment('Run at'), ...linked(RUN_LINK)],
      Job: [...linked(JOB_LINK), ...width(165)],
      'Damaged places': count(120),
      'Bytes between packets': [{ id: 'displayName', value: 'Between packets' }, ...bytes(125)],
      'Bytes of the stream': [{ id: 'displayName', value: 'Stream' }, ...bytes(90)],
      'Unfinished tests': count(120),
      Damage: [
        { id: 'custom.minWidth', value: 260 },
        { id: 'custom.inspect', value: true },
      ],
      Note: width(150),
    },
  });
}
