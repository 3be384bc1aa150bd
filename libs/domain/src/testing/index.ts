export { event, recordsOf, testsOf } from './events';
