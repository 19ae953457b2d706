import { expr } from './expr.ts';
import { echo, printf, seq } from './print.ts';
import { type Arguments, atOnce, endlessProgram, type ProgramRun, type ProgramSetting, unknownProgram, writing } from './program.ts';
import { sleepSeconds } from './sleep-time.ts';
import { testStatus } from './test.ts';

/** Programs that do what they do at once and succeed: their time does not count. */
const quick = new Set(
  `: arch base64 basename cat cd chmod chown cksum clear cp cut date declare df dirname dmesg dnsdomainname du env free groups head
  hostid hostname id ifconfig install ipcs link ln logger ls lscpu lsof md5sum mkdir mknod mktemp mount mv nproc pgrep
  printenv ps pwd readlink realpath reset rm rmdir sha1sum sha256sum sha512sum sort stat stty sync sysctl
  tee touch tr tty uname uniq unlink uptime wc who whoami`.split(/\s+/),
);

const silent = new Set(': cd chmod chown cp install ln logger mkdir mknod mount mv rm rmdir sync touch unlink'.split(' '));

/** Programs that read their input where no files are named; how many of their words are no files. */
const filters: Readonly<Record<string, number>> = {
  ...{ cat: 0, sort: 0, wc: 0, cut: 0, uniq: 0, base64: 0, cksum: 0, md5sum: 0, sha1sum: 0, sha256sum: 0, sha512sum: 0 },
  ...{ grep: 1, egrep: 1, fgrep: 1, tr: Number.POSITIVE_INFINITY, tee: Number.POSITIVE_INFINITY, head: 0, tail: 0, cmp: 1 },
};

/** Those that may stop before the end. */
const stopsEarly = new Set(['head', 'grep', 'egrep', 'fgrep', 'cmp']);

/** Programs whose exit code is an answer that only the run can give. */
const asking = new Set('grep egrep fgrep cmp diff which pidof mountpoint'.split(' '));

type Reader = (args: Arguments, setting: ProgramSetting) => ProgramRun;

const readers: Readonly<Record<string, Reader>> = {
  true: () => atOnce(0),
  false: () => atOnce(1),
  echo,
  printf,
  seq,
  expr,
  sleep: readSleep,
  usleep: ([time]) => (/^\d+$/.test(time ?? '') ? { ...atOnce(0), seconds: Number(time) / 1_000_000 } : unknownProgram),
  tail: (args) => (args.some((arg) => /^(?:-[a-z]*[fF]|--follow|--retry)/.test(arg ?? '')) ? endlessProgram : unknownProgram),
  yes: () => ({ ...endlessProgram, writesOn: true }),
  pause: () => ({ ...endlessProgram, output: '' }),
  test: (args) => atOnce(testStatus(args)),
  '[': (args) => atOnce(bracketStatus(args)),
};

/** Without its closing bracket it fails; a last word that is not known may be one. */
function bracketStatus(args: Arguments): number | undefined {
  if (args.at(-1) === ']') return testStatus(args.slice(0, -1));
  return args.at(-1) === undefined ? undefined : 2;
}

/** What a program does by its name, without what it runs in its turn (`env`, `sh`, `timeout`). */
export function runProgram(name: string, args: Arguments, setting: ProgramSetting): ProgramRun {
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  const run = reader ? reader(args, setting) : byName(name);
  const reads = readsOf(name, args);
  return { ...run, ...(reads === undefined ? {} : { reads }), ...(name === 'cat' && reads === 'all' ? { output: setting.input } : {}) };
}

function byName(name: string): ProgramRun {
  if (quick.has(name)) return silent.has(name) ? atOnce(0) : writing(0, undefined);
  return asking.has(name) ? writing(undefined, undefined) : unknownProgram;
}

/** A filter reads what comes where no file is named; undefined for what is no filter. */
function readsOf(name: string, args: Arguments): ProgramRun['reads'] | undefined {
  const others = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (others === undefined) return undefined;
  const words = args.filter((arg) => arg === undefined || arg === '-' || !arg.startsWith('-'));
  if (words.length > others) return words.includes('-') || words.includes(undefined) ? 'some' : 'nothing';
  return stopsEarly.has(name) ? 'some' : 'all';
}

/** All times add up; without one, or with one that is none, sleep fails at once. */
function readSleep(args: Arguments): ProgramRun {
  const times = args.filter((arg) => arg !== '--');
  if (times.includes(undefined)) return { ...unknownProgram, output: '', reads: 'nothing' };
  const seconds = times.map((time) => sleepSeconds(time ?? ''));
  if (!seconds.length || seconds.includes(undefined)) return atOnce(1);
  return { ...atOnce(0), seconds: seconds.reduce((sum: number, one) => sum + (one ?? 0), 0) };
}
