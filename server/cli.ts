#!/usr/bin/env node
import { runProgram } from './cli/program.ts';

// Exit codes are set, not forced, so that everything written reaches a pipe.
void runProgram(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
