import { podSpecPath } from '../../kubernetes/kinds.ts';
import { insertField, replaceValue, setValue } from '../writing/edits.ts';
import { type Fixer, fix } from './fix.ts';

/** A deadline that leaves the work twice the time that it takes. */
export const longerDeadline: Fixer<'deadline-before-work'> = ({ source, finding, texts }) => {
  const { work } = finding.args;
  const value = Math.ceil((2 * work) / 10) * 10;
  return fix(texts('fix-set-field', { field: 'activeDeadlineSeconds', value }), replaceValue(source, finding.at.path, String(value)));
};

/** Fewer retries, written whether the number is there or a default. */
export const fewerRetries: Fixer<'many-retries'> = (context) => {
  const name = String(context.finding.args.name);
  const path = [...context.finding.at.path.slice(0, -1), name];
  return fix(context.texts('fix-set-field', { field: name, value: 3 }), setValue(context.source, path, 3));
};

/** A field that the finding is about and that is not there. */
export function addMissing(value: unknown): Fixer {
  return ({ source, finding, texts }) => {
    const field = String(finding.at.path.at(-1));
    return fix(texts('fix-set-field', { field, value: String(value) }), insertField(source, finding.at.path, value), true);
  };
}

/** A field put into the object that the finding is about. */
export function addField(field: string, value: number): Fixer {
  return ({ source, finding, texts }) =>
    fix(texts('fix-set-field', { field, value }), insertField(source, [...finding.at.path, field], value), true);
}

/** A field of a CronJob's spec, set whatever it is. */
export function addNear(field: string, value: string): Fixer {
  return (context) =>
    fix(context.texts('fix-set-field', { field, value }), setValue(context.source, [...context.base, 'spec', field], value), true);
}

export function setRestartPolicy(value: 'Never' | 'OnFailure'): Fixer {
  return (context) => {
    const path = [...context.base, ...podSpecPath(context.kind), 'restartPolicy'];
    return fix(context.texts(`fix-restart-policy-${value}`), setValue(context.source, path, value), true);
  };
}

export const parallelismDown: Fixer<'parallelism-above-completions'> = ({ source, finding, texts }) => {
  const value = finding.args.completions;
  if (typeof value !== 'number' || finding.at.path.at(-1) !== 'parallelism') return [];
  return fix(texts('fix-set-field', { field: 'parallelism', value }), replaceValue(source, finding.at.path, String(value)), true);
};

/** A request to begin with, for a container that has none. */
export const memoryRequest: Fixer = ({ source, finding, texts }) => {
  const { path } = finding.at;
  const index = path.findLastIndex((segment) => typeof segment === 'number');
  const container = path.slice(0, index + 1);
  return fix(
    texts('fix-set-field', { field: 'resources.requests.memory', value: '128Mi' }),
    insertField(source, [...container, 'resources', 'requests', 'memory'], '128Mi'),
    true,
  );
};
