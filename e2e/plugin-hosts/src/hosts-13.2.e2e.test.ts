import { describeVersion } from './suites/describe-version';

describeVersion('13.2');
