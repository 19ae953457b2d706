import { binaryTest, unaryTest } from '../programs/test.ts';
import { goEitherWay } from '../state/branches.ts';
import { answerSignal } from '../state/finish.ts';
import { isBash, isDialect, partOf, type Shell } from '../state/shell.ts';
import { runPart } from '../state/substitute.ts';
import { giveUp, step } from '../state/time.ts';
import { isFailure, negated, textOfValue } from '../state/value.ts';
import { keepSubstituted } from '../state/variables.ts';
import type { Command, Pipeline, Statement, Statements, Test } from '../syntax/tree.ts';
import { evaluate, expandPattern, expandTested, expandText } from '../words/expand.ts';
import { fits, parsePattern } from '../words/patterns.ts';
import { startJob } from './jobs.ts';
import { runCount, runFor, runWhile } from './loops.ts';
import { runTogether } from './pipes.ts';
import { withRedirections } from './redirect.ts';
import { runSimple } from './simple-command.ts';

/** Runs statements one after another, until one leads elsewhere. */
export function interpret(shell: Shell, statements: Statements): void {
  nest(shell, () => {
    for (const statement of statements) {
      if (shell.leaving || !step(shell)) return;
      runStatement(shell, statement);
    }
  });
}

/** How deep commands may run inside each other before the reading gives up. */
const deepest = 150;

function nest(shell: Shell, run: () => void): void {
  shell.nesting += 1;
  if (shell.nesting > deepest) giveUp(shell);
  else run();
  shell.nesting -= 1;
}

function runStatement(shell: Shell, statement: Statement): void {
  const { first, rest, background } = statement;
  if (background) {
    startJob(shell, { ...statement, background: false });
    return;
  }
  runPipeline(shell, first, rest.length > 0);
  runRest(shell, rest);
}

/** What hangs on by `&&` and `||`, along each way that may be gone. */
function runRest(shell: Shell, [next, ...others]: Statement['rest']): void {
  if (!next || shell.leaving || !step(shell)) return;
  const run = (way: Shell) => {
    runPipeline(way, next.pipeline, others.length > 0);
    runRest(way, others);
  };
  const pass = (way: Shell) => runRest(way, others);
  if (next.operator === '&&') bySuccess(shell, run, pass);
  else bySuccess(shell, pass, run);
}

/** Goes on as the status has it. */
function bySuccess(shell: Shell, success: (shell: Shell) => void, failure: (shell: Shell) => void): void {
  const { status } = shell;
  const succeed = (way: Shell) => {
    way.status = 0;
    success(way);
  };
  const fail = (way: Shell) => {
    way.status = status ?? 'failure';
    failure(way);
  };
  if (status === 0) success(shell);
  else if (isFailure(status)) fail(shell);
  else goEitherWay(shell, succeed, fail);
}

/** `tested` says that a `&&`, `||` or a condition asks for the status: then `set -e` lets a failure pass. */
function runPipeline(shell: Shell, { commands, negated: turned }: Pipeline, tested: boolean): void {
  const [command, more] = commands;
  if (!command) return;
  const before = shell.tested;
  shell.tested = before || tested || turned;
  if (more) runTogether(shell, commands);
  else runCommand(shell, command);
  shell.tested = before;
  turn(shell, turned);
  answerSignal(shell);
  if (!tested && !turned && (more || failsShell(command))) stopAtFailure(shell);
}

/** `!`; what it makes of the status of `break` and the like is not the same in all shells. */
function turn(shell: Shell, turned: boolean): void {
  if (!turned || shell.leaving?.kind === 'exit' || shell.leaving?.kind === 'ended') return;
  shell.status = shell.leaving ? undefined : negated(shell.status);
}

/** A failure inside a group or a loop has counted already. */
function failsShell({ kind }: Command): boolean {
  return kind === 'simple' || kind === 'subshell' || kind === 'arithmetic' || kind === 'condition';
}

/** `set -e`. */
function stopAtFailure(shell: Shell): void {
  if (shell.leaving || shell.tested) return;
  if (shell.traps.has('ERR') && shell.status !== 0) giveUp(shell);
  if (!shell.options.has('errexit')) return;
  bySuccess(
    shell,
    () => {},
    (way) => {
      way.leaving = { kind: 'exit' };
    },
  );
}

/** Runs commands whose status is asked for. */
function test(shell: Shell, condition: Statements): void {
  const before = shell.tested;
  shell.tested = true;
  interpret(shell, condition);
  shell.tested = before;
}

function runCommand(shell: Shell, command: Command): void {
  switch (command.kind) {
    case 'simple':
      runSimple(shell, command);
      break;
    case 'function':
      shell.functions.set(command.name, command.body);
      shell.status = 0;
      break;
    case 'unreadable':
      giveUp(shell);
      break;
    default:
      withRedirections(shell, command.redirections, () => runCompound(shell, command));
  }
}

function runCompound(shell: Shell, command: Exclude<Command, { readonly kind: 'simple' | 'function' | 'unreadable' }>): void {
  switch (command.kind) {
    case 'group':
      interpret(shell, command.body);
      break;
    case 'subshell':
      runSubshell(shell, command.body);
      break;
    case 'if':
      runBranches(shell, command.branches, command.otherwise);
      break;
    case 'while':
    case 'until':
      runWhile(shell, command, test);
      break;
    case 'for':
      runFor(shell, command);
      break;
    case 'count':
      runCount(shell, command);
      break;
    case 'case': {
      shell.substituted = 'none';
      const value = textOfValue(expandText(shell, command.word));
      keepSubstituted(shell);
      runClauses(shell, value, command.clauses);
      break;
    }
    case 'arithmetic': {
      if (!isBash(shell)) giveUp(shell);
      const value = evaluate(shell, command.expression);
      if (!shell.leaving) shell.status = value === undefined ? undefined : Number(value === 0);
      break;
    }
    case 'condition':
      if (isDialect(shell, 'dash')) giveUp(shell);
      else shell.status = testStatus(shell, command.test);
  }
}

/** Statements that may be none: then their status is 0. */
function interpretBody(shell: Shell, body: Statements): void {
  if (body.length === 0) shell.status = 0;
  else interpret(shell, body);
}

function runSubshell(shell: Shell, body: Statements): void {
  const part = partOf(shell);
  runPart(shell, part, body);
  if (!shell.leaving) shell.status = part.status;
}

type Branches = readonly { readonly condition: Statements; readonly body: Statements }[];

function runBranches(shell: Shell, [branch, ...others]: Branches, otherwise: Statements): void {
  if (!branch) {
    interpretBody(shell, otherwise);
    return;
  }
  test(shell, branch.condition);
  if (shell.leaving) return;
  bySuccess(
    shell,
    (way) => interpretBody(way, branch.body),
    (way) => nest(way, () => runBranches(way, others, otherwise)),
  );
}

type Clauses = (Command & { readonly kind: 'case' })['clauses'];

function runClauses(shell: Shell, value: string | undefined, clauses: Clauses): void {
  for (const [place, { patterns }] of clauses.entries()) {
    const found = anyFits(shell, value, patterns);
    if (shell.leaving) return;
    if (found === false) continue;
    const take = (way: Shell) => runClause(way, value, clauses.slice(place));
    const pass = (way: Shell) => nest(way, () => runClauses(way, value, clauses.slice(place + 1)));
    if (found) take(shell);
    else goEitherWay(shell, take, pass);
    return;
  }
  shell.status = 0;
}

function runClause(shell: Shell, value: string | undefined, [clause, ...others]: Clauses): void {
  if (!clause) return;
  interpretBody(shell, clause.body);
  if (shell.leaving || clause.end === ';;') return;
  if (clause.end === ';;&') runClauses(shell, value, others);
  else runClause(shell, value, others);
}

/** Whether one of the patterns fits; undefined where that cannot be told. */
function anyFits(shell: Shell, value: string | undefined, patterns: Clauses[number]['patterns']): boolean | undefined {
  let found: boolean | undefined = false;
  for (const pattern of patterns) {
    const text = expandPattern(shell, pattern);
    const fitting = text === '*' ? true : fitsText(shell, value, text);
    if (fitting) return true;
    if (fitting === undefined) found = undefined;
  }
  return found;
}

function fitsText(shell: Shell, value: string | undefined, patternText: string | undefined): boolean | undefined {
  const pattern = patternText === undefined ? undefined : parsePattern(patternText);
  if (value === undefined || !pattern || !step(shell, (value.length * pattern.length) / 1000)) return undefined;
  return fits(value, pattern);
}

/** The status of what stands between `[[` and `]]`. */
function testStatus(shell: Shell, expression: Test): number | undefined {
  switch (expression.kind) {
    case 'not': {
      const status = testStatus(shell, expression.test);
      return status === undefined ? undefined : Number(status === 0);
    }
    case 'both':
    case 'either':
      return joinedStatus(shell, expression.tests, expression.kind === 'both' ? 1 : 0);
    case 'unary':
      return unaryTest(expression.operator, textOfValue(expandTested(shell, expression.word)));
    case 'binary':
      return binaryStatus(shell, expression);
  }
}

/** One test after another, until one has the status that decides. */
function joinedStatus(shell: Shell, [first, ...others]: readonly Test[], decides: number): number | undefined {
  if (!first) return 1 - decides;
  const status = testStatus(shell, first);
  if (status === decides || shell.leaving) return status;
  const rest = joinedStatus(shell, others, decides);
  return status === undefined && rest !== decides ? undefined : rest;
}

function binaryStatus(shell: Shell, { operator, left, right }: Test & { readonly kind: 'binary' }): number | undefined {
  const text = textOfValue(expandTested(shell, left));
  if (/^(?:==?|!=)$/.test(operator)) {
    const pattern =
      isDialect(shell, 'ash') && textOfValue(expandTested(shell, right)) === undefined ? undefined : expandPattern(shell, right);
    const found = fitsText(shell, text, pattern);
    return found === undefined ? undefined : Number(found === (operator === '!='));
  }
  const other = textOfValue(expandTested(shell, right));
  if (operator === '=~') return undefined;
  // Numbers are arithmetic here: what is none may be the name of a variable.
  if (operator.startsWith('-') && [text, other].some((one) => one !== undefined && !/^-?(?:0|[1-9]\d*)$/.test(one))) return undefined;
  return binaryTest(text, operator, other);
}
