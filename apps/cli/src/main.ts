#!/usr/bin/env node
import { version } from '../package.json';
import { COMMANDS } from './commands/commands';
import { run } from './run';
import { processTerminal } from './terminal/terminal';

void run(process.argv.slice(2), { terminal: processTerminal(process), version, commands: COMMANDS }).then((status) => {
  process.exitCode = status;
});
