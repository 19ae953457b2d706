import type { Shell } from '../state/shell.ts';
import type { Command, Statements, Word } from '../syntax/tree.ts';

/** Commands that may lead out of a loop, or change what would. */
const leading = new Set('break exit return exec kill eval . source set trap unset read shift getopts'.split(' '));

/**
 * Whether a loop whose condition is always the same may come to an end all the same. What else its body runs, and how long
 * that takes, does not matter then.
 */
export function mayLeave(shell: Shell, { kind, condition, body }: Command & { readonly kind: 'while' | 'until' }): boolean {
  if (!isAlways(condition, kind === 'while' ? ['true', ':'] : ['false'])) return true;
  if (['errexit', 'nounset'].some((option) => shell.options.has(option)) || shell.traps.has('ERR')) return true;
  return someCommand(body, (command) => mayLeaveBy(shell, command));
}

/** `true`, or a test of one word that is not empty. */
function isAlways(condition: Statements, commands: readonly string[]): boolean {
  const [statement, more] = condition;
  if (!statement || more || statement.rest.length > 0 || statement.background || statement.first.negated) return false;
  const [command, another] = statement.first.commands;
  if (command?.kind !== 'simple' || another || command.assignments.length + command.redirections.length > 0) return false;
  const words = command.words.map(plain);
  if (words.length === 1) return commands.includes(words[0] ?? '');
  return commands.includes('true') && words.length === 3 && words[0] === '[' && words[1] !== undefined && words[2] === ']';
}

function plain(word: Word): string | undefined {
  const [part, more] = word;
  return part?.kind === 'text' && !more && part.text !== '' ? part.text : undefined;
}

function mayLeaveBy(shell: Shell, command: Command): boolean {
  if (command.kind === 'unreadable' || command.kind === 'function') return true;
  if (command.kind !== 'simple') return false;
  const [name] = command.words;
  const text = name && plain(name);
  // A refused expansion ends the shell.
  const words = [...command.words, ...command.assignments.flatMap(({ value }) => (value ? [value] : []))];
  if (words.some((word) => word.some((part) => part.kind === 'arithmetic' || (part.kind === 'parameter' && part.change)))) return true;
  return name !== undefined && (text === undefined || leading.has(text) || shell.functions.has(text));
}

/** Whether one of the commands, or of those inside them, is such; what runs in a process of its own leads nowhere. */
function someCommand(statements: Statements, isSuch: (command: Command) => boolean): boolean {
  return statements.some(({ first, rest, background }) => {
    const pipelines = [first, ...rest.map(({ pipeline }) => pipeline)].filter(({ commands }) => commands.length === 1 && !background);
    return pipelines.some(({ commands }) =>
      commands.some((command) => isSuch(command) || innerOf(command).some((inner) => someCommand(inner, isSuch))),
    );
  });
}

function innerOf(command: Command): readonly Statements[] {
  switch (command.kind) {
    case 'group':
      return [command.body];
    case 'if':
      return [...command.branches.flatMap(({ condition, body }) => [condition, body]), command.otherwise];
    case 'while':
    case 'until':
      return [command.condition, command.body];
    case 'for':
      return [command.body];
    case 'case':
      return command.clauses.map(({ body }) => body);
    default:
      return [];
  }
}
