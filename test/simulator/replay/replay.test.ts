import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newestVersion } from '../../../server/kubernetes/versions.ts';
import type { Recording } from '../../../server/simulator/recording/recording.ts';
import { readObserved } from '../../../server/simulator/replay/read-observed.ts';
import { replay } from '../../../server/simulator/replay/replay.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../simulations', file), 'utf8'));
const dumps: Readonly<Record<string, unknown>> = read('node-dumps.json');
const recorded: readonly (Recording & { readonly name: string })[] = read('node-runs.json');

describe.each(Object.keys(dumps))('%s', (name) => {
  const run = recorded.find((one) => one.name === name);
  const observed = readObserved([dumps[name]]);
  const [job] = observed.jobs;
  const told = job && recordingOf(replay(job, observed, newestVersion));

  test('ends as it was recorded', () => {
    if (!job || !told || !run) {
      expect(run?.jobs.at(-1)?.event ?? 'DELETED').toBe('DELETED');
      return;
    }
    const { DURATION: _, t: __, ...last } = run.jobs.at(-1) ?? {};
    expect(told.jobs.at(-1)).toMatchObject(last);
    expect(told.final).toEqual(run.final);
    expect(lastOfPods(told.pods)).toEqual(lastOfPods(run.pods));
  });
});

/** How each pod stood at last, those that went without more. */
function lastOfPods(rows: Recording['pods']) {
  const last = new Map(rows.map((row) => [row.pod, row]));
  return [...last.values()]
    .map(({ event, READY, STATUS, RESTARTS }) => (event === 'DELETED' ? 'gone' : `${READY} ${STATUS} ${RESTARTS}`))
    .sort();
}
