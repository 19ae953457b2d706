import { exitCodes } from './cli/output.ts';
import { runProgram } from './cli/program.ts';

// Exit codes are set, not forced, so that everything written reaches a pipe.
runProgram(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`kubejob: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = exitCodes.couldNotRun;
  },
);
