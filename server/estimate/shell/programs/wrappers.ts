import { basename, isShell } from './known-commands.ts';
import type { Arguments } from './program.ts';
import { sleepSeconds } from './sleep-time.ts';

/** How a program runs the command behind it. */
interface Wrapper {
  /** Its options of one letter that take a value. */
  readonly withValue: string;
  /** The command takes its place as a process, or it waits for it, or waits and hands signals on. */
  readonly process: 'same' | 'child' | 'child-with-signals';
}

const wrappers: Readonly<Record<string, Wrapper>> = {
  ...Object.fromEntries(
    Object.entries({
      busybox: '',
      chrt: 'pT',
      command: '',
      env: 'uCS',
      exec: 'a',
      ionice: 'cnp',
      nice: 'n',
      nohup: '',
      setsid: '',
      stdbuf: 'ioe',
      toybox: '',
    }).map(([name, withValue]) => [name, { withValue, process: 'same' } as const]),
  ),
  time: { withValue: 'fo', process: 'child' },
  unbuffer: { withValue: '', process: 'child' },
  ...Object.fromEntries(
    Object.entries({ catatonit: '', 'docker-init': '', 'dumb-init': 'r', tini: 'peg' }).map(([name, withValue]) => [
      name,
      { withValue, process: 'child-with-signals' } as const,
    ]),
  ),
};

/** What a command line runs in the end: a program, or a shell with a script, and through what. */
export interface Unwrapped {
  readonly argv: Arguments;
  /** The variables that are set for it; undefined ones are, but only the run can tell to what. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** Only these variables are there (`env -i`). */
  readonly anew: boolean;
  readonly process: Wrapper['process'];
}

/** Takes off what stands before a command: options of wrappers, their values, and the variables that `env` sets. */
export function unwrap(argv: Arguments): Unwrapped {
  const variables = new Map<string, string | undefined>();
  let anew = false;
  let process: Wrapper['process'] = 'same';
  let rest = argv;
  for (let wrapper = wrapperOf(rest); wrapper; wrapper = wrapperOf(rest)) {
    const isEnv = basename(rest[0] ?? '') === 'env';
    const inner = behind(rest.slice(1), wrapper, isEnv ? variables : undefined);
    if (inner.length === 0) break;
    anew ||= isEnv && rest.slice(1, rest.length - inner.length).some((arg) => arg === '-i' || arg === '-' || arg === undefined);
    process = process === 'same' ? wrapper.process : process;
    rest = inner;
  }
  return { argv: rest, variables, anew, process };
}

function wrapperOf([program]: Arguments): Wrapper | undefined {
  const name = program === undefined ? '' : basename(program);
  return Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
}

function behind(args: Arguments, { withValue }: Wrapper, variables: Map<string, string | undefined> | undefined): Arguments {
  let at = 0;
  for (; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '--') return args.slice(at + 1);
    if (arg === undefined) return args.slice(at);
    const [, name = '', value = ''] = (variables && /^([^=-][^=]*)=(.*)$/s.exec(arg)) ?? [];
    if (name !== '') variables?.set(name, value);
    else if (!/^-./.test(arg) && !(variables && arg === '-')) break;
    else if (arg.length === 2 && withValue.includes(arg.charAt(1))) at += 1;
  }
  return args.slice(at);
}

/** Whether the words ask what a name stands for, and run nothing: `command -v NAME`. */
export function isLookup([program, option]: Arguments): boolean {
  return (program === 'command' && /^-[vV]$/.test(option ?? '')) || program === 'type' || program === 'hash';
}

/** How a shell is called. */
export interface ShellCall {
  /** As it is written, without its folder. */
  readonly name: string;
  /** What `set` would be given: letters of options, and names behind -o. */
  readonly options: readonly string[];
  /** Where the script stands among the words; undefined where there is none, but perhaps a file or an input. */
  readonly script: number | undefined;
  /** Behind the options, or the script: the script's own name and its arguments. */
  readonly rest: Arguments;
}

/** Options may be written together: `bash -euo pipefail -c SCRIPT`. Undefined for what is no shell. */
export function shellCall(argv: Arguments): ShellCall | undefined {
  const name = basename(argv[0] ?? '');
  if (!isShell(name)) return undefined;
  const options: string[] = [];
  let command = false;
  let at = 1;
  for (; at < argv.length; at += 1) {
    const arg = argv[at];
    if (arg === undefined || !/^[-+][a-zA-Z-]+$/.test(arg)) break;
    if (arg === '--') {
      at += 1;
      break;
    }
    if (arg.startsWith('--')) continue;
    command ||= arg.startsWith('-') && arg.includes('c');
    options.push(...(arg.startsWith('-') ? arg.slice(1).replace(/[co]/gi, '') : ''));
    if (!/[oO]$/.test(arg)) continue;
    at += 1;
    options.push(argv[at] ?? '');
  }
  const script = command && at < argv.length ? at : undefined;
  return { name, options, script, rest: argv.slice(script === undefined ? at : at + 1) };
}

/** Where among the words of a command line the script of a shell stands, as in `sh -c SCRIPT`; undefined where there is none. */
export function scriptPlace(argv: Arguments): number | undefined {
  const inner = unwrap(argv).argv;
  const place = shellCall(inner)?.script;
  return place === undefined ? undefined : argv.length - inner.length + place;
}

/** What `timeout` does with the command behind it. */
export interface TimeLimit {
  readonly seconds: number | undefined;
  readonly kills: boolean;
  readonly argv: Arguments;
}

/** Undefined for another program than `timeout`. */
export function timeLimit([program, ...args]: Arguments): TimeLimit | undefined {
  if (basename(program ?? '') !== 'timeout') return undefined;
  let kills = false;
  let at = 0;
  for (; at < args.length; at += 1) {
    const option = args[at] ?? '';
    if (option === '-s' || option === '-k') {
      at += 1;
      kills ||= option === '-s' && /^(?:SIG)?KILL$|^9$/.test(args[at] ?? '');
    } else if (/^-s|^--signal=/.test(option)) kills ||= /(?:KILL|9)$/.test(option);
    else if (!option.startsWith('-')) break;
  }
  const limit = args[at];
  return { seconds: limit === undefined ? undefined : sleepSeconds(limit), kills, argv: args.slice(at + 1) };
}
