import type { ExitCode, Scenario, Span } from '../scenario/scenario.ts';

/** What a scenario says of the things that can be changed with a control; null where it leaves them open. */
export interface StatedControls {
  /** Of the first run of containers of which nothing more exact is said. */
  readonly runTime: Span | null;
  /** The share of their runs that fail, from 0 to 1. */
  readonly failureRate: number | null;
  readonly start: Span | null;
  /** How many pods there is room for at a time. */
  readonly room: number | null;
  readonly seed: number | null;
}

export function statedControls({ run = [], start, cluster, seed }: Scenario): StatedControls {
  const first = run.find((one) => one.kind === 'run');
  return {
    runTime: first?.for ?? null,
    failureRate: first?.exit === undefined ? null : failingShare(first.exit),
    start: start ?? null,
    room: cluster?.pods ?? null,
    seed: seed ?? null,
  };
}

function failingShare(exit: ExitCode): number {
  if (typeof exit === 'number') return exit === 0 ? 0 : 1;
  return exit.reduce((sum, { code, share }) => (code === 0 ? sum : sum + share), 0);
}
