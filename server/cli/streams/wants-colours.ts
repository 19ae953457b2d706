/** What decides whether output is coloured. */
interface Surroundings {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/**
 * Whether output is coloured: as `--color` or `--no-color` says, else by `NO_COLOR` where it is not empty, else by `FORCE_COLOR`
 * (`0` and `false` are no), else where a terminal reads it that can show colours. What stands behind `--` is no option.
 */
export function wantsColours({ args, environment, isTerminal }: Surroundings): boolean {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (options.includes('--no-color')) return false;
  if (options.includes('--color')) return true;
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: terminal } = environment;
  if (none) return false;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && terminal !== 'dumb';
}
