import { type FixedDashboard } from './start-texts';

/** The dashboards in the order in which people need them; each of them exists in the app's `dashboards`. */
export const DASHBOARDS: readonly FixedDashboard[] = [
  { uid: 'tm-overview', title: 'Overview', answers: 'How are all jobs doing?' },
  { uid: 'tm-project', title: 'Project', answers: 'How are the jobs of a project doing, or of any other metadata?' },
  { uid: 'tm-job', title: 'Job', answers: 'How has a job been doing, and which of its tests fail?' },
  { uid: 'tm-test', title: 'Test', answers: 'Where and since when does a test fail, and with which message?' },
  { uid: 'tm-run', title: 'Run', answers: 'What did each worker of a run do, and what failed?' },
  { uid: 'tm-compare', title: 'Compare runs', answers: 'What differs between two runs?' },
  { uid: 'tm-tests', title: 'Tests', answers: 'Which tests never fail, are slow, cost most, or have not run lately?' },
  { uid: 'tm-failures', title: 'Failures', answers: 'What failed last over all jobs, and with which message?' },
  { uid: 'tm-durations', title: 'Durations', answers: 'How long do runs and tests take, and is it getting worse?' },
  { uid: 'tm-service', title: 'Service health', answers: 'Do uploads arrive, and are they counted in time?' },
];
