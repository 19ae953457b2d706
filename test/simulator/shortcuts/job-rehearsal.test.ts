import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContainerRun, PodBehaviour } from '../../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';

const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);

test('a life that is copied is the life that would have been lived', () => {
  const lives = fc.record({
    run: fc.array(
      fc
        .record({ for: fc.integer({ min: 0, max: 30 }), exit: fc.constantFrom(0, 1) })
        .map<ContainerRun>((one) => ({ kind: 'run', ...one })),
      { minLength: 1, maxLength: 2 },
    ),
    startAt: fc.integer({ min: 0, max: 59 }).map((second) => at('10:00:00') + second * 1000),
    pods: fc.constantFrom<readonly PodBehaviour[]>([], [{ ordinal: 1, run: [{ kind: 'run', for: 3, exit: 0 }] }]),
  });
  const policies = fc.constantFrom('Allow', 'Forbid', 'Replace');
  fc.assert(
    fc.property(lives, policies, fc.nat(2), fc.integer({ min: 100, max: 500 }), (scenario, concurrencyPolicy, limit, until) => {
      const cronJob = cronJobOf({ concurrencyPolicy, successfulJobsHistoryLimit: 1 }, { backoffLimit: limit });
      const copied = simulate(cronJob, scenario, { version: '1.37', until });
      const lived = simulate(cronJob, scenario, { version: '1.37', until, shortcuts: false });
      expect(JSON.stringify(copied)).toBe(JSON.stringify(lived));
    }),
    runs(60),
  );
});
