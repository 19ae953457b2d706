import { stackOf } from './application/stack-of.ts';
import { runCommandLine } from './cli/program.ts';
import { standardOutput } from './cli/streams/standard-output.ts';
import { exitStatus } from './cli/streams/streams.ts';

// Exit codes are set, not forced, so that everything written reaches a pipe.
runCommandLine(process.argv.slice(2), standardOutput, () => import('./main.ts')).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`kubejob: ${stackOf(error)}\n`);
    process.exitCode = exitStatus.couldNotRun;
  },
);
