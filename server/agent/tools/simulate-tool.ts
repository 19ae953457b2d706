import { at } from '../../library/at.ts';
import { simulate } from '../../library/simulate.ts';
import { facts, manifest, name, oneVersion } from './arguments.ts';
import type { Tool } from './tool.ts';

const fiveYears = 5 * 366 * 86_400;
/** More lines of kubectl's output, and more reasons, nobody reads. */
const mostLines = 40;
const mostReasons = 20;

export const simulateTool: Tool = {
  name: 'simulate',
  title: 'Simulate a Job or CronJob',
  description:
    'Plays what the Job and CronJob controllers, the scheduler and the kubelet would do with a manifest, exactly and without a cluster: how it ends and when, how many pods, retries and back-off, and what kubectl prints at any second. Use it to answer "when is it done?", "how many pods can this make?", "will two runs overlap?", "what happens if it fails?". How containers behave is read from their commands, or said by a scenario.',
  inputSchema: {
    type: 'object',
    properties: {
      manifest,
      name,
      scenario: {
        type: 'string',
        maxLength: 100_000,
        description:
          'How the containers behave, as YAML: `run: {for: 90s, exit: 1}`, `run: {exit: [{code: 1, share: 0.2}]}`, `pods: [{ordinal: 0, run: {for: 5s, exit: 1}}]`, `actions: [{at: 30s, patch: {spec: {suspend: true}}}]`, `startAt: 2026-03-29T00:00:00Z`, `seed: 7`.',
      },
      second: {
        type: 'number',
        minimum: 0,
        maximum: fiveYears,
        description: 'Show what kubectl prints at this second after the create request; otherwise at the end.',
      },
      until: {
        type: 'number',
        minimum: 0,
        maximum: fiveYears,
        description: 'Watch for so many seconds; otherwise until nothing more can happen, a CronJob until its third run has ended.',
      },
      kubernetesVersion: oneVersion,
      facts,
    },
    required: ['manifest'],
    additionalProperties: false,
  },
  outputSchema: {
    type: 'object',
    properties: {
      status: { type: 'string', enum: ['simulated', 'refused', 'unfinished', 'gone'] },
      outcome: { type: 'string', description: 'How it ends, in a sentence; or why it cannot be simulated.' },
      summary: {
        type: 'object',
        description: 'The outcome in numbers; times in seconds.',
        properties: {
          outcome: { type: 'string' },
          reason: { type: 'string' },
          podsCreated: { type: 'integer' },
          podsFailed: { type: 'integer' },
          restarts: { type: 'integer' },
          duration: { type: ['number', 'null'] },
          deletedAfter: { type: ['number', 'null'] },
        },
      },
      assumptions: { type: 'array', items: { type: 'string' } },
      worst: { type: 'array', items: { type: 'string' }, description: 'What bounds it whatever the containers do.' },
      problems: { type: 'array', items: { type: 'object' }, description: 'What has to be mended first.' },
    },
    required: ['status', 'outcome'],
  },
  run(input) {
    const { second } = input;
    const result = simulate(String(input['manifest']), {
      ...texts(input, ['name', 'scenario', 'kubernetesVersion', 'facts']),
      ...(typeof input['until'] === 'number' ? { until: input['until'] } : {}),
    });
    if (result.status !== 'simulated') {
      const { status, message, problems } = result;
      const lines = problems.map((one) => `${one.of} ${one.line}:${one.column} ${one.message}`);
      return { text: [message, ...lines].join('\n'), data: { status, outcome: message, problems } };
    }
    const { kind, name: called, outcome, summary, assumptions, worst, reasons, run } = result;
    const moment = at(run, typeof second === 'number' ? second : undefined);
    const when = typeof second === 'number' ? `at ${second} s` : 'at the end';
    const lines = [
      `${kind} ${called}: ${outcome}`,
      ...worst,
      ...part(
        'Why:',
        reasons.slice(0, mostReasons).map(({ t, text }) => `${t} s  ${text}`),
        reasons.length - mostReasons,
      ),
      ...part('Taken for granted:', assumptions),
      ...part(
        `kubectl get ${kind === 'CronJob' ? 'cronjobs,jobs' : 'jobs'} ${when}:`,
        linesOf([...(kind === 'CronJob' ? [moment.get('cronjobs')] : []), moment.get('jobs')]),
      ),
      ...part(`kubectl get pods ${when}:`, linesOf([moment.get('pods')])),
    ];
    return { text: lines.join('\n'), data: { status: 'simulated', outcome, summary, assumptions, worst } };
  },
};

/** Those of the arguments that are texts. */
function texts<Name extends string>(
  input: Readonly<Record<string, string | number | undefined>>,
  names: readonly Name[],
): { [One in Name]?: string } {
  const found: { [One in Name]?: string } = {};
  for (const one of names) {
    const value = input[one];
    if (typeof value === 'string') found[one] = value;
  }
  return found;
}

function part(title: string, lines: readonly string[], more = 0): readonly string[] {
  return lines.length > 0 ? ['', title, ...lines, ...(more > 0 ? [`… ${more} more`] : [])] : [];
}

function linesOf(outputs: readonly string[]): readonly string[] {
  return outputs.flatMap((output) => {
    const lines = output.trimEnd().split('\n');
    return lines.length > mostLines ? [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more`] : lines;
  });
}
