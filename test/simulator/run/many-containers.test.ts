import { expect, test } from 'vitest';
import type { Container, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { describePods } from '../../../server/simulator/kubectl/describe-pod.ts';
import { at } from '../../../server/simulator/run/at.ts';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { jobOf } from '../../manifests.ts';

const container = (name: string, more: Container = {}): Container => ({ name, image: 'busybox:1.36', command: ['sleep', '1'], ...more });
const scenario = readScenario({
  containers: { c3: { run: [{ for: 1, exit: 1 }, { for: 1 }] }, c5: { run: { for: 7, exit: 3 } } },
  actions: [{ at: 45, deletePod: 0 }],
});

const special: Readonly<Record<number, Container>> = { 5: { restartPolicy: 'Always' }, 15: { command: ['sleep', '60'] } };

/** A pod with so many init containers, of which one fails once and one is a sidecar that goes down again and again. */
function runOf(count: number) {
  if ('findings' in scenario) throw new Error(JSON.stringify(scenario.findings));
  const initContainers = Array.from({ length: count }, (_, place) => container(`c${place}`, special[place]));
  const pod: PodSpec = { restartPolicy: 'OnFailure', initContainers, containers: [container('main', { command: ['sleep', '60'] })] };
  return simulate(jobOf({}, pod), scenario.scenario, { version: '1.37' });
}

/** What `kubectl describe pods` says of the first containers of the first pod. */
function described(run: ReturnType<typeof simulate>, t: number): readonly string[] {
  const sections = describePods(at(run, t)).split(/^(?= {2}\w+:$|Containers:$)/m);
  return Array.from({ length: 15 }, (_, place) => sections.find((section) => section.startsWith(`  c${place}:`)) ?? '');
}

test('of a pod with very many containers each change says as much as of one with few', () => {
  const [few, many] = [runOf(15), runOf(16)];
  for (let t = 0; t <= 44; t += 0.7) expect(described(many, t)).toEqual(described(few, t));
});

test('what is written of a pod grows with its containers, not with their square', () => {
  const numbersOf = (count: number) => runOf(count).pods.statuses.reduce((sum, numbers) => sum + numbers.length, 0);
  expect(numbersOf(400) / numbersOf(100)).toBeLessThan(5);
});
