import { parseScript } from '../syntax/parse.ts';
import type { Shell } from './shell.ts';
import { giveUp } from './time.ts';
import { eitherStatus, type Status } from './value.ts';

/** Brings a process to its end: its EXIT trap runs, and the ends that it may have come to before are counted in. */
export function finish(shell: Shell): void {
  if (shell.leaving?.kind !== 'ended') {
    const { status } = shell;
    shell.leaving = undefined;
    if (shell.traps.has('EXIT')) runTrap(shell, 'EXIT', status);
    if (shell.killed !== undefined) shell.status = shell.killed;
    shell.leaving = { kind: 'ended' };
  }
  const { mayHaveEnded } = shell;
  if (!mayHaveEnded) return;
  shell.mayHaveEnded = undefined;
  shell.status = eitherStatus(shell.status, mayHaveEnded.status);
  if (mayHaveEnded.time !== shell.time) shell.known = false;
}

/** Runs the handler of the signal that waits for its turn. */
export function answerSignal(shell: Shell): void {
  const { pending } = shell;
  if (pending === undefined || shell.leaving) return;
  shell.pending = undefined;
  runTrap(shell, pending, shell.status);
}

/** The status is that of before, unless the handler ends the shell. */
function runTrap(shell: Shell, signal: string, status: Status): void {
  const action = shell.traps.get(signal);
  if (signal === 'EXIT') shell.traps.delete('EXIT');
  const { answering } = shell;
  shell.answering = { signal, status };
  if (action === undefined) giveUp(shell);
  else shell.world.interpret(shell, parseScript(action));
  shell.answering = answering;

  if (!shell.leaving) shell.status = status;
}
