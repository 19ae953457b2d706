import { explain } from '../../application/explain/explain.ts';
import { isKubernetesVersion, newestVersion } from '../../kubernetes/versions.ts';
import { writeYaml } from '../../manifest/write-yaml.ts';
import { textsIn } from '../../messages/render.ts';
import { getText } from '../../simulator/kubectl/get.ts';
import { at } from '../../simulator/run/at.ts';
import { oneVersion, record } from './arguments.ts';
import { refusal, type Tool } from './tool.ts';

const list = { type: 'array', items: { type: 'string' } };

export const explainTool: Tool = {
  name: 'explain',
  title: 'Explain a Job of a cluster',
  description:
    'Says why a Job of a cluster ended as it did, or does not end, from what kubectl printed of it: exit codes with their meaning, memory, images, eviction, deadlines, policies and quotas, what the record lacks, and what the simulation makes of the same manifest. Gives a scenario with which the simulate tool plays it again.',
  inputSchema: {
    type: 'object',
    properties: {
      record,
      name: { type: 'string', maxLength: 300, description: 'Which Job; otherwise one that failed, or the last that was made.' },
      kubernetesVersion: oneVersion,
    },
    required: ['record'],
    additionalProperties: false,
  },
  outputSchema: {
    type: 'object',
    properties: {
      job: { type: 'string' },
      namespace: { type: 'string' },
      outcome: { type: 'string' },
      why: list,
      unknown: { ...list, description: 'What is missing from the record.' },
      simulated: { type: 'string', description: 'What the simulation makes of its manifest alone.' },
      scenario: { type: 'string', description: 'The containers as they behaved, for the simulate tool.' },
    },
    required: [],
  },
  run({ record: sent, name, kubernetesVersion }) {
    const asked = String(kubernetesVersion ?? newestVersion);
    const version = isKubernetesVersion(asked) ? asked : newestVersion;
    const found = explain(String(sent), typeof name === 'string' ? name : undefined, { version, texts: textsIn('en') });
    if ('unexplained' in found) return refusal(found.unexplained);
    const { job, namespace, outcome, why, unknown, simulated, run } = found;
    const scenario = writeYaml([found.scenario]);
    const lines = [
      `Job ${job}: ${outcome}`,
      ...why,
      ...(unknown.length > 0 ? ['', 'The record does not say:', ...unknown] : []),
      '',
      `By its manifest alone the simulation expects: ${simulated.manifest}`,
      '',
      'kubectl get pods:',
      getText('pods', at(run)).trimEnd(),
      '',
      'As a scenario:',
      scenario.trimEnd(),
    ];
    return { text: lines.join('\n'), data: { job, namespace, outcome, why, unknown, simulated: simulated.manifest, scenario } };
  },
};
