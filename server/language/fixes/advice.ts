import { podSpecPath } from '../../kubernetes/kinds.ts';
import { insertField, renameKey, replaceValue, scalarFor } from '../writing/edits.ts';
import { type Fixer, fix } from './fix.ts';
import { setField } from './policies.ts';

/** A word for which the finding itself names a better one. */
export const replacement: Fixer = ({ source, finding, texts }) => {
  const better = [finding.args['replacement'], finding.args['canonical']].find((one) => typeof one === 'string' && one !== '');
  const { path, part } = finding.at;
  if (typeof better !== 'string') return [];
  if (part === 'key' && typeof path.at(-1) === 'string')
    return fix(texts('fix-rename-field', { name: better }), renameKey(source, path, better), true);
  if (source.document.body.scalarSource(path) === undefined) return [];
  return fix(texts('fix-replace', { value: better }), replaceValue(source, path, JSON.stringify(better)), true);
};

/** The number put in place of the one that is written. */
export function nearestTo(value: number): Fixer {
  return (context) => {
    const { path } = context.finding.at;
    const list = path.findLast((segment) => typeof segment === 'string');
    const title = context.texts('fix-set-field', { field: String(list ?? ''), value });
    return fix(title, setField(context, path, value), true);
  };
}

/** A deadline that leaves the work twice the time that it takes. */
export const longerDeadline: Fixer = ({ source, finding, texts }) => {
  const { work } = finding.args;
  if (typeof work !== 'number') return [];
  const value = Math.ceil((2 * work) / 10) * 10;
  return fix(texts('fix-set-field', { field: 'activeDeadlineSeconds', value }), replaceValue(source, finding.at.path, String(value)));
};

/** Fewer retries, written whether the number is there or a default. */
export const fewerRetries: Fixer = (context) => {
  const name = context.finding.args['name'];
  if (typeof name !== 'string') return [];
  const path = [...context.finding.at.path.slice(0, -1), name];
  return fix(context.texts('fix-set-field', { field: name, value: 3 }), setField(context, path, 3));
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
    fix(context.texts('fix-set-field', { field, value }), setField(context, [...context.base, 'spec', field], value), true);
}

export function setRestartPolicy(value: 'Never' | 'OnFailure'): Fixer {
  return (context) => {
    const path = [...context.base, ...podSpecPath(context.kind), 'restartPolicy'];
    return fix(context.texts(`fix-restart-policy-${value}`), setField(context, path, value), true);
  };
}

/** The value that was committed, where it is a scalar. */
export const revert: Fixer = ({ source, finding, texts }) => {
  const { old } = finding.args;
  if (typeof old === 'object' || old === undefined) return [];
  const { path } = finding.at;
  const edit = source.document.body.keyRange(path) ? replaceValue(source, path, scalarFor(source, old)) : insertField(source, path, old);
  return fix(texts('fix-revert', { value: old }), edit, true);
};

export const parallelismDown: Fixer = ({ source, finding, texts }) => {
  const value = finding.args['completions'];
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
