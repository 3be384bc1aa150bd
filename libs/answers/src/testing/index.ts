export { dashboardQuestions } from './dashboard-questions';
export { openHistoryAsker, type HistoryAsker } from './history-asker';
export { DAY, END, HISTORY, RANGES } from './made-history';
