'use strict';

const { default: TestRunner } = require('jest-runner');

/**
 * Tests about what happens at a certain moment, or how soon: whatever else the machine does would be measured with them. And
 * those of `e2e/reference`, of which the first installs the reference's tools for the others.
 */
const ALONE = ['/e2e/faults/', '/e2e/stack/', '/e2e/grafana/', '/e2e/reference/'];

/**
 * Runs most files side by side, and then those that need the machine for themselves, one by one. A file starts a whole stack of
 * processes, which wait for each other most of the time: alone it leaves a processor without work.
 */
class AloneLast extends TestRunner {
  async runTests(tests, watcher, options) {
    const isAlone = ({ path }) => ALONE.some((part) => path.includes(part));
    const together = tests.filter((test) => !isAlone(test));
    if (together.length > 0) await super.runTests(together, watcher, { ...options, serial: together.length === 1 });
    const alone = tests.filter(isAlone);
    if (alone.length > 0) await super.runTests(alone, watcher, { ...options, serial: true });
  }
}

module.exports = AloneLast;
