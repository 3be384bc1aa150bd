export { HOSTILE_NAME, type HistoryRun, type HistoryStatus, type HistoryTestRun, makeHistory } from './history';
export { historySql } from './history-sql';
