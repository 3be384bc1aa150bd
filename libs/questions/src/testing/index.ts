export { HOSTILE_NAME, type HistoryRun, type HistoryStatus, type HistoryTestRun, makeHistory, NODES } from './history';
export { historySql, runId } from './history-sql';
export { hostileTexts } from './hostile-texts';
export { sqlShape, suspicious } from './sql-shape';
export { everything } from './everything';
