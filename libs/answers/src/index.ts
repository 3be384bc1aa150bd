export type { Asker, AskOptions, Range, Row } from './asking/asker';
export { askerOn, openAsker, type AskerOptions, type OpenAsker } from './asking/open-asker';
export { failingTests } from './tests/failing-tests';
