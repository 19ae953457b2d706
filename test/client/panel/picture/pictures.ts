import { type Picture, pictureOf } from '../../../../client/panel/picture/picture.ts';
import type { JobSpec, PodSpec } from '../../../../server/kubernetes/generated/types.ts';
import { readScenario } from '../../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { jobOf } from '../../../manifests.ts';
import { withIdealKubelet } from '../../../simulator/runs.ts';

/** The picture of a Job that runs as the scenario says, its kubelet without time of its own. */
export function pictureOfJob(spec: JobSpec, scenario: object = {}, pod: PodSpec = {}, until?: number): Picture {
  const reading = readScenario(withIdealKubelet(scenario));
  if ('findings' in reading) throw new Error(`the scenario cannot be read: ${JSON.stringify(reading.findings)}`);
  return pictureOf(simulate(jobOf(spec, pod), reading.scenario, { version: '1.37', ...(until === undefined ? {} : { until }) }));
}
