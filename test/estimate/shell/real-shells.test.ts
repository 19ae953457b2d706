import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandRun, type CommandSetting, readCommandLine } from '../../../server/estimate/shell/command-line.ts';
import type { Dialect } from '../../../server/estimate/shell/state/shell.ts';
import { runs } from '../../property-runs.ts';
import { anyScript } from './scripts.ts';
import { outcomeIn, shellCases } from './shell-cases.ts';
import { type Clock, createClock, type RealRun, realShells } from './virtual-clock.ts';

/** So many scripts are tried, as KUBEJOB_REAL_SHELLS says; few without it, as stopping and going on with processes takes its time. */
const scriptsToTry = Number(process.env['KUBEJOB_REAL_SHELLS'] ?? 60);
const shells: ReturnType<typeof realShells> = scriptsToTry > 0 ? realShells() : {};
/** Milliseconds; a script takes some 300 in all shells together, on a busy machine more. */
const timeLimit = 60_000 + scriptsToTry * 5_000;
const dialects: readonly Dialect[] = ['ash', 'dash', 'bash', 'posix-bash'];

const setting: CommandSetting = {
  ...{ variables: new Map(), byIndex: new Set<string>(), mayBeSet: () => false, lacks: () => false },
  ...{ sh: undefined, tools: 'gnu', firstProcess: false, openInput: false, unknownSeconds: 10 },
};

function read(script: string, sh: Dialect | undefined): CommandRun {
  return readCommandLine([sh === 'bash' ? 'bash' : 'sh', '-c', script], { ...setting, sh });
}

/** What of a reading a real run contradicts; undefined where nothing. */
function contradiction({ seconds, known, status }: CommandRun, real: RealRun | undefined): string | undefined {
  if (!known) return undefined;
  if (real === undefined) return seconds === Number.POSITIVE_INFINITY ? undefined : 'it never ends';
  if (real.seconds !== seconds) return `it takes ${real.seconds} s, not ${seconds} s`;
  const fits = status === undefined || (status === 'failure' ? real.exit !== 0 : real.exit === status);
  return fits ? undefined : `it ends with ${real.exit}, not ${status}`;
}

/** What is found each time that one looks: a machine may hold processes up, but what is wrong is wrong again. */
async function foundAgain(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  let found = await look();
  for (let time = 1; time < 3 && found.length > 0; time++) found = await look();
  return found;
}

const none = Object.keys(shells).length === 0;

describe.skipIf(none)(`held against ${none ? 'no shell: none asked for, none there, or no Linux' : Object.keys(shells).join(', ')}`, () => {
  let clock: Clock;
  beforeAll(() => {
    clock = createClock();
  });
  afterAll(() => clock.remove());

  /** What each shell does otherwise than its reading, and otherwise than the reading for a shell that is not known. */
  const contradictions = async (script: string) => {
    const found = await Promise.all(
      dialects.map(async (dialect) => {
        const shell = shells[dialect];
        // What is called `sh` is never bash with its own habits.
        const asSh = dialect === 'bash' ? [] : [read(script, undefined)];
        const readings = [read(script, dialect), ...asSh].filter(({ known }) => known);
        if (!shell || readings.length === 0) return [];
        const real = await clock.run(shell, script);
        return readings.flatMap((reading) => contradiction(reading, real) ?? []).map((what) => `${dialect}: ${what}`);
      }),
    );
    return found.flat();
  };

  test(
    'the cases that are known by heart are so',
    async () => {
      const real = shellCases.flatMap(([script, outcomes]) =>
        dialects.map((dialect) => ({ script, dialect, outcome: outcomeIn(outcomes, dialect) })),
      );
      for (const { script, dialect, outcome } of real) {
        const shell = shells[dialect];
        if (!shell || !outcome) continue;
        const [seconds, status] = outcome;
        const reading = { seconds, status, known: true, byIndex: false };
        const found = await foundAgain(async () => [contradiction(reading, await clock.run(shell, script)) ?? []].flat());
        expect({ script, dialect, found }).toEqual({ script, dialect, found: [] });
      }
    },
    timeLimit,
  );

  test(
    'what is known of any script is so',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyScript, async (script) => {
          expect(await foundAgain(() => contradictions(script))).toEqual([]);
        }),
        runs(scriptsToTry),
      );
    },
    timeLimit,
  );
});

describe.each(dialects)('%s, as it is known', (dialect) => {
  const cases = shellCases.flatMap(([script, outcomes]) => {
    const outcome = outcomeIn(outcomes, dialect);
    return outcome ? [[script, ...outcome] as const] : [];
  });

  test.each(cases)('%s', (script, seconds, status) => {
    expect(read(script, dialect)).toMatchObject({ seconds, status, known: true });
  });
});

test('most scripts are known', () => {
  const scripts = fc.sample(anyScript, { numRuns: 300, seed: 1 });
  const known = scripts.filter((script) => read(script, 'dash').known);
  expect(known.length).toBeGreaterThan(200);
});

test.each([
  ['a fault', 'exit $((1 ? 4 : 3 / 0))'],
  ['an assignment', 'a=1; : $((0 && (a = 3))); exit $a'],
])('what does not count in arithmetic is evaluated by older shells of BusyBox and not by newer: %s', (_, script) => {
  const { known, status } = read(script, 'ash');
  expect(known && typeof status === 'number').toBe(false);
});
