import { readVersionRange } from '../../kubernetes/version-range.ts';
import { analyse, unknownVersion } from '../../library/analyse.ts';
import type { Finding } from '../../library/api.ts';
import { simulate } from '../../library/simulate.ts';
import { fix, validate } from '../../library/validate.ts';
import { counted } from '../../messages/table/counted.ts';
import { facts, manifest } from './arguments.ts';
import { refusal, type Tool } from './tool.ts';

/** More findings than these nobody mends at once; nor are more objects played. */
const mostFindings = 50;
const mostPlayed = 3;
/** A longer text is not written out again. */
const mostFixed = 20_000;

export const validateTool: Tool = {
  name: 'validate',
  title: 'Validate Jobs and CronJobs',
  description:
    'Says what the Kubernetes API server would say of the Jobs and CronJobs in a manifest, and what will probably go wrong: each fault with its line, field and fix, the text with all fixes, and in short what the controllers would do. Use it after writing or changing a Job or CronJob, before anything is applied. It needs no cluster and changes nothing.',
  inputSchema: {
    type: 'object',
    properties: {
      manifest,
      kubernetesVersion: {
        type: 'string',
        maxLength: 20,
        description:
          'A version of Kubernetes such as 1.34, or a range such as 1.33-1.37 for what any of them refuses; the newest where nothing is said.',
      },
      advice: {
        type: 'string',
        enum: ['off', 'warnings', 'pitfalls', 'all'],
        description: 'How much is said beyond the API server; all adds good habits.',
      },
      facts,
    },
    required: ['manifest'],
    additionalProperties: false,
  },
  outputSchema: {
    type: 'object',
    properties: {
      accepted: { type: 'boolean', description: 'Whether the API server would accept every Job and CronJob in it.' },
      objects: { type: 'integer', description: 'How many Jobs and CronJobs, or what claims to be one, it holds.' },
      findings: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            line: { type: 'integer' },
            column: { type: 'integer' },
            severity: { type: 'string', enum: ['error', 'warning', 'info'] },
            path: { type: 'string' },
            code: { type: 'string' },
            message: { type: 'string' },
            fix: { type: 'string', description: 'What would be done about it first.' },
          },
          required: ['line', 'column', 'severity', 'path', 'code', 'message'],
        },
      },
      fixed: { type: 'string', description: 'The text with everything mended that has one answer; absent where that is nothing.' },
      outcomes: {
        type: 'array',
        items: { type: 'string' },
        description: 'What the controllers would do, an object each; of a faulty text with the fixes that have one answer.',
      },
    },
    required: ['accepted', 'objects', 'findings', 'outcomes'],
  },
  run({ manifest: sent, kubernetesVersion, advice, facts: given }) {
    const text = String(sent);
    const options = {
      ...(kubernetesVersion === undefined ? {} : { kubernetesVersion: String(kubernetesVersion) }),
      ...(given === undefined ? {} : { facts: String(given) }),
    };
    const level = (['off', 'warnings', 'pitfalls', 'all'] as const).find((one) => one === advice);
    if (options.kubernetesVersion !== undefined && !readVersionRange(options.kubernetesVersion))
      return refusal(`${unknownVersion(options.kubernetesVersion)}.`);
    return answer(text, options, level === undefined ? options : { ...options, advice: level });
  },
};

type Options = NonNullable<Parameters<typeof simulate>[1]>;

function answer(text: string, options: Options, judged: NonNullable<Parameters<typeof validate>[1]>) {
  const findings = validate(text, judged).filter(({ consequence }) => !consequence);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const { objects, carried } = analyse(text, options);
  const names = [...objects, ...carried].map(({ judged }) => judged.name ?? '');
  const mended = findings.some((one) => one.fix) ? fix(text, judged) : text;
  const outcomes = names.slice(0, mostPlayed).flatMap((name) => outcomeOf(errors.length > 0 ? mended : text, name, options));
  const shown = mended !== text && mended.length <= mostFixed ? mended : undefined;
  const accepted = names.length > 0 && errors.length === 0;
  const data = {
    accepted,
    objects: names.length,
    findings: findings.slice(0, mostFindings).map(entryOf),
    outcomes,
    ...(shown === undefined ? {} : { fixed: shown }),
  };
  const lines = [
    headline(names.length, errors.length, findings.length),
    ...findings.slice(0, mostFindings).map(lineOf),
    ...(findings.length > mostFindings ? [`… ${findings.length - mostFindings} more; mend these first.`] : []),
    ...(outcomes.length > 0 ? ['', `What the controllers would do${errors.length > 0 ? ' once that is mended' : ''}:`, ...outcomes] : []),
    ...(shown === undefined ? [] : ['', 'With everything mended that has one answer:', '', shown.trimEnd()]),
  ];
  return { text: lines.join('\n'), data };
}

function headline(objects: number, errors: number, findings: number): string {
  if (objects === 0 && findings === 0) return 'There is no Job or CronJob in it, so there is nothing to say.';
  const what = counted(objects, 'Job or CronJob', 'Jobs and CronJobs');
  if (errors > 0) return `The API server would refuse this: ${counted(errors, 'error', 'errors')} in ${what}.`;
  return `The API server would accept this: ${what}, no errors.`;
}

function lineOf(finding: Finding): string {
  const { line, column, severity, path, code, message } = finding;
  const doing = finding.fix ? ` Fix: ${finding.fix.title}.` : '';
  return `${line}:${column} ${severity}${path ? ` ${path}` : ''}: ${message} [${code}]${doing}`;
}

function entryOf(finding: Finding) {
  const { line, column, severity, path, code, message } = finding;
  return { line, column, severity, path, code, message, ...(finding.fix ? { fix: finding.fix.title } : {}) };
}

function outcomeOf(text: string, name: string, options: Options): readonly string[] {
  const simulation = simulate(text, name === '' ? options : { ...options, name });
  return simulation.status === 'simulated' ? [`${simulation.kind} ${simulation.name}: ${simulation.outcome}`] : [];
}
