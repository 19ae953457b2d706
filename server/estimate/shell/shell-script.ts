import { readCommand } from './command-line.ts';
import { ends, neverEnds, type Reading, type Surroundings, unknown } from './reading.ts';
import { type ShellToken, shellTokens, type Word } from './shell-words.ts';

/** Words that begin something this reader does not follow: loops, conditions, functions, groups. */
const compound = /^(?:if|for|while|until|case|select|function|\{|\[\[|\(\(|!)$/;

const endlessLoop = /^\s*(?:while\s+(?:true|:|\[\s+1\s+\]|\[\[\s+1\s+\]\])|until\s+false|for\s*\(\(\s*;\s*;\s*\)\))\s*[;\n]\s*do\b/;

/** Longer scripts are not read: what they do is not to be told from a glance. */
const longest = 10_000;

/** What runs, and what it came to so far. */
interface Run {
  seconds: number;
  status: number | undefined;
  known: boolean;
  silent: boolean;
  /** `exit` was reached, a program took the shell's place, or what follows cannot be read. */
  over: boolean;
  /** `set -e`: the first command that fails ends the script. */
  stopsAtFailure: boolean;
  /** When the commands put in the background with `&` end, on the same clock as `seconds`. */
  background: number[];
  readonly variables: Map<string, string | undefined>;
  readonly around: Surroundings;
}

/** Reads a script as `sh -c` would run it: one command after another, with `&&`, `||`, pipes, `&` and `wait`. */
export function readScript(script: string, around: Surroundings, options: { readonly stopsAtFailure?: boolean } = {}): Reading {
  const endless = endlessLoop.exec(script);
  if (endless && !/\b(?:break|exit|return|exec|kill)\b/.test(script)) return neverEnds;
  const tokens = script.length > longest || around.depth <= 0 ? undefined : shellTokens(script);
  if (!tokens) return unknown;
  const run: Run = {
    ...{ seconds: 0, status: 0, known: true, silent: true, over: false, background: [] },
    ...{ stopsAtFailure: options.stopsAtFailure ?? false, variables: new Map(around.variables), around },
  };
  for (const { commands, background } of lists(tokens)) {
    if (run.over) break;
    runList(run, commands, background);
  }
  return { seconds: run.seconds, exit: run.known ? run.status : (run.status ?? 0), known: run.known, silent: run.silent };
}

/** A pipeline: commands that run side by side. `joint` says how it hangs on the one before. */
interface Pipeline {
  readonly joint: '' | '&&' | '||';
  readonly commands: Word[][];
  unreadable: boolean;
}

function lists(tokens: readonly ShellToken[]): { readonly commands: readonly Pipeline[]; readonly background: boolean }[] {
  const all: { commands: Pipeline[]; background: boolean }[] = [];
  let pipelines: Pipeline[] = [{ joint: '', commands: [[]], unreadable: false }];
  const close = (background: boolean) => {
    if (pipelines.some(({ commands, unreadable }) => unreadable || commands.some((words) => words.length))) {
      all.push({ commands: pipelines, background });
    }
    pipelines = [{ joint: '', commands: [[]], unreadable: false }];
  };
  for (const token of tokens) {
    const pipeline = pipelines.at(-1);
    if (!pipeline) break;
    if (token.kind === 'word') pipeline.commands.at(-1)?.push(token.word);
    else if (token.text === '|') pipeline.commands.push([]);
    else if (token.text === '&&' || token.text === '||') {
      // A line may end after the operator: an empty command is then filled by what follows.
      pipelines.push({ joint: token.text, commands: [[]], unreadable: false });
    } else if (token.text === '\n' && pipeline.joint && !pipeline.commands.at(-1)?.length) continue;
    else if (token.text === '(' || token.text === ')' || token.text === ';;') pipeline.unreadable = true;
    else close(token.text === '&');
  }
  close(false);
  return all;
}

function runList(run: Run, pipelines: readonly Pipeline[], background: boolean): void {
  const before = run.seconds;
  for (const [place, pipeline] of pipelines.entries()) {
    if (pipeline.joint && run.status === undefined) giveUp(run);
    if (run.over) return;
    if ((pipeline.joint === '&&' && run.status !== 0) || (pipeline.joint === '||' && run.status === 0)) continue;
    runPipeline(run, pipeline);
    if (run.over || place < pipelines.length - 1 || !run.stopsAtFailure || run.status === 0) continue;
    if (run.status === undefined) giveUp(run);
    run.over = true;
  }
  if (!background) return;
  run.background.push(run.seconds);
  run.seconds = before;
  run.status = 0;
  run.over = false;
}

/** The time is that of the longest command, the status that of the last. */
function runPipeline(run: Run, pipeline: Pipeline): void {
  if (pipeline.unreadable) giveUp(run);
  const start = run.seconds;
  let end = start;
  for (const words of pipeline.unreadable ? [] : pipeline.commands) {
    run.seconds = start;
    runCommand(run, words, pipeline.commands.length > 1);
    end = Math.max(end, run.seconds);
  }
  run.seconds = end;
}

function runCommand(run: Run, words: readonly Word[], piped: boolean): void {
  const argv: (string | undefined)[] = [];
  let assigning = true;
  for (const word of words) {
    const text = textOf(run, word);
    const assignment = assigning ? /^([A-Za-z_]\w*)=(.*)$/s.exec(text ?? '') : undefined;
    const unknownAssignment = assigning && word[0]?.kind === 'text' ? /^([A-Za-z_]\w*)=/.exec(word[0].text) : undefined;
    if (assignment) run.variables.set(assignment[1] ?? '', assignment[2]);
    else if (unknownAssignment && text === undefined) run.variables.set(unknownAssignment[1] ?? '', undefined);
    else {
      assigning = false;
      // An unquoted expansion that is empty leaves no word.
      if (text !== '' || word.some(({ kind }) => kind === 'text')) argv.push(text);
    }
  }
  if (argv.length) runProgram(run, argv, piped);
  else if (!words.some((word) => word.some(({ kind }) => kind === 'output'))) run.status = 0;
}

function runProgram(run: Run, argv: readonly (string | undefined)[], piped: boolean): void {
  const [program, ...rest] = argv;
  if (program === undefined || compound.test(program)) giveUp(run);
  else if (program === 'exit') leave(run, rest, piped);
  else if (program === 'set') set(run, rest);
  else if (program === 'wait') {
    const end = Math.max(run.seconds, ...run.background);
    apply(run, ends(0, end === Number.POSITIVE_INFINITY ? end : end - run.seconds));
  } else {
    apply(run, readCommand(argv, { ...run.around, variables: run.variables, depth: run.around.depth - 1 }, true));
    if (program === 'exec' && rest.length && !piped) run.over = true;
  }
}

/** The text of a word, undefined where only the run can tell. What its `$(…)` take is added to the run. */
function textOf(run: Run, word: Word): string | undefined {
  let text: string | undefined = '';
  for (const part of word) {
    if (part.kind === 'unknown') text = undefined;
    else if (part.kind === 'text') text = text === undefined ? undefined : text + part.text;
    else if (part.kind === 'variable') {
      const value: string | undefined = part.name === '?' ? run.status?.toString() : run.variables.get(part.name);
      text = value === undefined || text === undefined ? undefined : text + value;
    } else {
      const inner = readScript(part.script, { ...run.around, variables: run.variables, depth: run.around.depth - 1 });
      apply(run, { ...inner, silent: true });
      if (!inner.silent || !inner.known) text = undefined;
    }
  }
  return text;
}

function apply(run: Run, reading: Reading): void {
  run.seconds += reading.seconds;
  run.status = reading.exit;
  run.known &&= reading.known;
  run.silent &&= reading.silent;
  if (reading.seconds === Number.POSITIVE_INFINITY) run.over = true;
}

function leave(run: Run, words: readonly (string | undefined)[], piped: boolean): void {
  const [code] = words;
  if (code !== undefined) run.status = /^\d+$/.test(code) ? Number(code) % 256 : 2;
  else if (words.length) run.status = undefined;
  run.over = !piped;
}

function set(run: Run, options: readonly (string | undefined)[]): void {
  run.status = 0;
  for (const [place, option] of options.entries()) {
    if (/^-[a-zA-Z]*e/.test(option ?? '') || (option === 'errexit' && options[place - 1] === '-o')) run.stopsAtFailure = true;
    if (/^\+[a-zA-Z]*e/.test(option ?? '')) run.stopsAtFailure = false;
  }
}

/** From here on nothing is known. */
function giveUp(run: Run): void {
  apply(run, unknown);
  run.over = true;
}
