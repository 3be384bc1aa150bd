export { openHistoryAsker, type HistoryAsker } from './history-asker';
