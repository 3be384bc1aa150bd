export { dashboardQuestions } from './dashboard-questions';
export { openHistoryAsker, type HistoryAsker } from './history-asker';
