import { basename, isShell } from './known-commands.ts';
import { ends, neverEnds, type Reading, type Surroundings, unknown } from './reading.ts';
import { sleepSeconds } from './sleep-time.ts';

/** A command line; undefined words are there, but only the run can tell what they are. */
export type Arguments = readonly (string | undefined)[];

/** Programs that do what they do at once and succeed: their time does not count. */
const quick = new Set(
  `: arch base64 basename cat cd chmod chown cksum clear cp cut date declare df dirname dmesg dnsdomainname du echo env export free groups head
  hostid hostname id ifconfig install ipcs jobs link ln local logger ls lscpu lsof md5sum mkdir mknod mktemp mount mv nproc pgrep
  printenv printf ps pwd readlink readonly realpath reset rm rmdir seq set sha1sum sha256sum sha512sum shift shopt sort stat stty sync sysctl
  tee times touch tr trap true truncate tty type ulimit umask unalias alias uname uniq unlink unset uptime wc who whoami`.split(/\s+/),
);

const silentPrograms = new Set(': cd chmod cp export ln mkdir mv rm rmdir set shift sync touch trap true umask unset'.split(' '));

/** Programs whose exit code is an answer that only the run can give. */
const asking = new Set([
  'test',
  '[',
  'grep',
  'egrep',
  'fgrep',
  'cmp',
  'diff',
  'which',
  'pidof',
  'kill',
  'read',
  'mountpoint',
  'expr',
  'let',
]);

/** Programs that run the command behind them, with the options of theirs that take a value. */
const wrappers: Readonly<Record<string, string>> = {
  busybox: '',
  catatonit: '',
  chrt: 'pT',
  command: '',
  'docker-init': '',
  'dumb-init': 'r',
  env: 'uCS',
  exec: 'a',
  ionice: 'cnp',
  nice: 'n',
  nohup: '',
  setsid: '',
  stdbuf: 'ioe',
  time: 'fo',
  tini: 'peg',
  toybox: '',
  unbuffer: '',
};

type Reader = (args: Arguments, around: Surroundings) => Reading;

const readers: Readonly<Record<string, Reader>> = {
  false: () => ends(1),
  sleep: readSleep,
  timeout: readTimeout,
  tail: (args) => (args.some((arg) => /^(?:-[a-z]*[fF]|--follow|--retry)/.test(arg ?? '')) ? neverEnds : unknown),
  yes: () => neverEnds,
  pause: () => neverEnds,
  usleep: ([time]) => (/^\d+$/.test(time ?? '') ? ends(0, Number(time) / 1_000_000) : unknown),
};

/**
 * Reads a command line. In a shell a program that does not exist gives exit code 127; as a container's own command it does
 * not start at all, which the caller finds out beforehand.
 */
export function readCommand(argv: Arguments, around: Surroundings, inShell = false): Reading {
  const [program, ...args] = argv;
  if (program === undefined || around.depth <= 0) return unknown;
  const name = basename(program);
  if (inShell && around.lacks(program)) return ends(127);
  if (isShell(name)) return readShell(args, around);
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader) return reader(args, around);
  if (quick.has(name) && !(name === 'env' && wrapped(name, args).length)) return ends(0, 0, silentPrograms.has(name));
  if (asking.has(name)) return ends(undefined);
  if (!Object.hasOwn(wrappers, name)) return unknown;
  const inner = wrapped(name, args);
  return inner.length ? readCommand(inner, { ...around, depth: around.depth - 1 }, inShell) : ends(0);
}

/** The command behind a wrapper: options, their values and assignments left out. */
export function wrapped(name: string, args: Arguments): Arguments {
  const withValue = wrappers[name] ?? '';
  let at = 0;
  for (; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '--') return args.slice(at + 1);
    if (arg === undefined) return args.slice(at);
    if (arg.length === 2 && arg.startsWith('-') && withValue.includes(arg.charAt(1))) at += 1;
    else if (!/^-./.test(arg) && !(name === 'env' && /^[^=]+=/.test(arg))) break;
  }
  return args.slice(at);
}

export function isWrapper(name: string): boolean {
  return Object.hasOwn(wrappers, name);
}

/** All times add up; without one, or with one that is none, sleep fails at once. */
function readSleep(args: Arguments): Reading {
  const times = args.filter((arg) => arg !== '--');
  if (times.includes(undefined)) return { ...unknown, silent: true };
  const seconds = times.map((time) => sleepSeconds(time ?? ''));
  if (!seconds.length || seconds.includes(undefined)) return ends(1);
  return ends(
    0,
    seconds.reduce((sum: number, one) => sum + (one ?? 0), 0),
  );
}

function readTimeout(args: Arguments, around: Surroundings): Reading {
  let killed = false;
  let at = 0;
  for (; at < args.length; at += 1) {
    const option = args[at] ?? '';
    if (option === '-s' || option === '-k') {
      at += 1;
      killed ||= option === '-s' && /^(?:SIG)?KILL$|^9$/.test(args[at] ?? '');
    } else if (/^-s|^--signal=/.test(option)) killed ||= /(?:KILL|9)$/.test(option);
    else if (!option.startsWith('-')) break;
  }
  const [limitText, ...command] = args.slice(at);
  const limit = sleepSeconds(limitText ?? '');
  if (limit === undefined || !command.length) return limitText === undefined ? ends(125) : unknown;
  if (command[0] !== undefined && around.lacks(command[0])) return ends(127);
  const inner = readCommand(command, { ...around, depth: around.depth - 1 });
  // A limit of 0 is none.
  if (limit === 0 || inner.seconds < limit || (inner.known && inner.seconds === limit)) return inner;
  return ends(killed ? 137 : 124, limit, inner.silent);
}

/** Where among the words of a command line the script of a shell stands, as in `sh -c SCRIPT`; undefined where there is none. */
export function scriptPlace(argv: Arguments): number | undefined {
  const [program, ...args] = argv;
  if (program === undefined) return undefined;
  const name = basename(program);
  if (isWrapper(name)) {
    const inner = wrapped(name, args);
    const place = inner.length < argv.length ? scriptPlace(inner) : undefined;
    return place === undefined ? undefined : argv.length - inner.length + place;
  }
  if (!isShell(name)) return undefined;
  const { command, at } = shellOptions(args);
  return command && at < args.length ? at + 1 : undefined;
}

/** Options may be written together: `bash -euo pipefail -c SCRIPT`. `at` is the first word behind them. */
function shellOptions(args: Arguments): { readonly command: boolean; readonly stopsAtFailure: boolean; readonly at: number } {
  let stopsAtFailure = false;
  let command = false;
  let at = 0;
  for (; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === undefined || !/^[-+][a-zA-Z-]+$/.test(arg)) break;
    if (arg === '--') {
      at += 1;
      break;
    }
    if (arg.startsWith('--')) continue;
    if (arg.startsWith('-') && arg.includes('e')) stopsAtFailure = true;
    if (arg.startsWith('-') && arg.includes('c')) command = true;
    if (/[oO]$/.test(arg)) at += 1;
  }
  return { command, stopsAtFailure, at };
}

/** A shell without arguments finds no input and ends. */
function readShell(args: Arguments, around: Surroundings): Reading {
  const { command, stopsAtFailure, at } = shellOptions(args);
  if (!command) return args.length > at ? unknown : ends(0);
  if (at >= args.length) return ends(2);
  const script = args[at];
  return script === undefined ? unknown : around.readScript(script, { ...around, depth: around.depth - 1 }, { stopsAtFailure });
}
