import { isBash, noInput, type Shell, type Source, type Written } from '../state/shell.ts';
import { giveUp } from '../state/time.ts';
import { concat, textOfValue } from '../state/value.ts';
import type { Redirection } from '../syntax/tree.ts';
import { expandText } from '../words/expand.ts';

/** Runs something with its input and output redirected, and brings both back. */
export function withRedirections(shell: Shell, redirections: readonly Redirection[], run: () => void): void {
  if (redirections.length === 0) {
    run();
    return;
  }
  const { output, errors, input } = shell;
  for (const redirection of redirections) {
    if (shell.leaving) return;
    redirect(shell, redirection);
  }
  if (!shell.leaving) run();
  Object.assign(shell, { output, errors, input });
}

/** Redirects what follows for good, as `exec` without a command does. */
export function redirectForGood(shell: Shell, redirections: readonly Redirection[]): void {
  for (const redirection of redirections) redirect(shell, redirection);
}

function redirect(shell: Shell, { operator, descriptor, target }: Redirection): void {
  const value = expandText(shell, target);
  if (operator === '<<' || operator === '<<<') {
    if (operator === '<<<' && !isBash(shell)) giveUp(shell);
    shell.input = sourceOf(textOfValue(operator === '<<' ? value : concat([value, '\n'])), shell.time);
  } else if (operator === '<') {
    if ((descriptor ?? 0) === 0) shell.input = value === '/dev/null' ? noInput() : sourceOf(undefined, shell.time);
  } else if (operator.endsWith('&') && /^[\d-]+$/.test(textOfValue(value) ?? ''))
    duplicate(shell, descriptor ?? (operator === '<&' ? 0 : 1), String(value));
  else redirectOutput(shell, operator, descriptor);
}

/** A text to read from; undefined where only the run can tell what it is. */
function sourceOf(text: string | undefined, at: number): Source {
  return { written: [{ at, text }], endsAt: at, place: 0, over: false };
}

function redirectOutput(shell: Shell, operator: string, descriptor: number | undefined): void {
  if (operator.startsWith('&') && !isBash(shell)) giveUp(shell);
  const both = operator.startsWith('&') || operator === '>&';
  if (both || descriptor === undefined || descriptor === 1) shell.output = undefined;
  if (both || descriptor === 2) shell.errors = undefined;
}

function duplicate(shell: Shell, descriptor: number, source: string): void {
  const streams: Readonly<Record<string, Written[] | undefined>> = { 1: shell.output, 2: shell.errors };
  if (source in streams && descriptor === 1) shell.output = streams[source];
  else if (source in streams && descriptor === 2) shell.errors = streams[source];
  else if (source !== '0' || descriptor !== 0) {
    // What is closed, or opened under other numbers, may make commands fail.
    for (const stream of [shell.output, shell.errors]) stream?.push({ at: shell.time, text: undefined });
    giveUp(shell);
  }
}
