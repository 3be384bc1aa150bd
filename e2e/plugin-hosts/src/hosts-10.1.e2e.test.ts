import { describeVersion } from './suites/describe-version';

describeVersion('10.1');
