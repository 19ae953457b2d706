import { type Arguments, isWrapper, scriptPlace, wrapped } from './command-line.ts';
import { basename, isPlainTool, isShell } from './known-commands.ts';

/** Programs that hand SIGTERM on to the program they run. */
const inits = new Set(['catatonit', 'docker-init', 'dumb-init', 'tini']);

/**
 * Whether a command line, as a container's first process, lets SIGTERM pass without effect. The kernel gives the first process
 * no default action for signals: plain tools, shells and the interpreters of scripts go on until they are killed.
 */
export function ignoresSigterm(argv: Arguments): boolean {
  const [program, ...args] = argv;
  if (program === undefined) return false;
  const name = basename(program);
  if (inits.has(name)) return false;
  if (isWrapper(name)) {
    const inner = wrapped(name, args);
    return inner.length === 0 || ignoresSigterm(inner);
  }
  if (!isShell(name)) return isPlainTool(name);
  const script = argv[scriptPlace(argv) ?? -1] ?? '';
  if (/(?:^|[;&|\s])trap\s/.test(script)) return false;
  const replaced = /(?:^|[;&\n])\s*exec\s+([^\s;&|<>]+)[^;&|\n]*$/.exec(script);
  return replaced ? ignoresSigterm([replaced[1]]) : true;
}
