import {
  failingInARowAlert,
  GRAFANA_RANGE,
  jobFailureRateAlert,
  refusedUploadsAlert,
  rollupLagAlert,
  silentJobsAlert,
} from '@testmetrics/questions';
import { type AlertGroup, type AlertRule } from './rule';
import { THRESHOLDS } from './thresholds';

const DAY_HOURS = 24;

/** Every alert. Those about tests are asked less often: they read days, not minutes. */
export const ALERT_GROUPS: readonly AlertGroup[] = [
  { name: 'Tests', intervalMinutes: 5, rules: [jobFailureRate(), silentJob(), failingInARow()] },
  { name: 'Service', intervalMinutes: 1, rules: [rollupLag(), refusedUploads()] },
];

function jobFailureRate(): AlertRule {
  const { excess, hours, usualDays, usualMinRuns } = THRESHOLDS.jobFailureRate;
  return {
    uid: 'tm-alert-job-failure-rate',
    title: 'A job fails more often than usual',
    query: jobFailureRateAlert(GRAFANA_RANGE, { days: usualDays, minRuns: usualMinRuns }),
    hours,
    above: excess,
    forMinutes: 0,
    severity: 'warning',
    summary: '{{ .Labels.job }} fails more often than usual',
    description: `The failure rate of {{ .Labels.job }} in the last ${hours} hours is at least {{ humanizePercentage .Values.A.Value }} above its rate of the ${usualDays} days before.`,
    panel: { dashboard: 'job', title: 'Run failure rate over time' },
  };
}

function silentJob(): AlertRule {
  const { days, usualDays, usualMinDays } = THRESHOLDS.silentJob;
  return {
    uid: 'tm-alert-silent-job',
    title: 'A job that normally runs does not run',
    query: silentJobsAlert(GRAFANA_RANGE, { minDays: usualMinDays }),
    hours: usualDays * DAY_HOURS,
    above: days,
    forMinutes: 0,
    severity: 'warning',
    summary: '{{ .Labels.job }} does not run any more',
    description: `No run of {{ .Labels.job }} for {{ .Values.A.Value }} days longer than its longest pause of the last ${usualDays} days. Is the job gone, or do its uploads not arrive?`,
    panel: { dashboard: 'service', title: 'Newest run of each job' },
  };
}

function failingInARow(): AlertRule {
  const { times, days } = THRESHOLDS.failingInARow;
  return {
    uid: 'tm-alert-failing-in-a-row',
    title: 'A test fails again and again',
    query: failingInARowAlert(GRAFANA_RANGE),
    hours: days * DAY_HOURS,
    above: times - 1,
    forMinutes: 0,
    severity: 'warning',
    summary: '{{ .Labels.test }} failed {{ .Values.A.Value }} times in a row',
    description:
      'Its last {{ .Values.A.Value }} results in this job and on this branch were failures: this is no flake any more.',
    panel: { dashboard: 'failures', title: 'Latest failed tests' },
  };
}

function rollupLag(): AlertRule {
  const { seconds, minutes } = THRESHOLDS.rollupLag;
  return {
    uid: 'tm-alert-rollup-lag',
    title: 'Runs wait to be counted',
    query: rollupLagAlert(GRAFANA_RANGE),
    hours: 1,
    above: seconds,
    forMinutes: minutes,
    severity: 'critical',
    summary: 'Runs wait to be counted for {{ humanizeDuration .Values.A.Value }}',
    description:
      'The oldest stored run has not been added to the daily totals, so long ranges are behind. Is the ingest service running? Its log says what the rollup waits for.',
    panel: { dashboard: 'service', title: 'Waiting to be counted' },
  };
}

function refusedUploads(): AlertRule {
  const { uploads, hours } = THRESHOLDS.refusedUploads;
  return {
    uid: 'tm-alert-refused-uploads',
    title: 'Uploads are refused',
    query: refusedUploadsAlert(GRAFANA_RANGE),
    hours,
    above: uploads,
    forMinutes: 0,
    severity: 'warning',
    summary: '{{ .Values.A.Value }} uploads refused: {{ .Labels.code }}',
    description: `More than ${uploads} uploads within ${hours} h were refused with this code. The reply told the client why; docs/protocol.md explains the codes.`,
    panel: { dashboard: 'service', title: 'Refused uploads' },
  };
}
