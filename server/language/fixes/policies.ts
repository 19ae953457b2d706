import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { insertField, removeField, setValue } from '../writing/edits.ts';
import { type FixContext, type Fixer, fix } from './fix.ts';

/** A field that works with indexes only: the Job made Indexed, or the field taken out. */
export const needsIndexed: Fixer<'job-needs-indexed'> = (context) => {
  const { finding, texts, source } = context;
  const job = finding.at.path.slice(0, finding.at.path.lastIndexOf('spec') + 1);
  const indexed = setValue(context.source, [...job, 'completionMode'], 'Indexed');
  const completions =
    valueAt(source.document.body.value, [...job, 'completions']) === undefined
      ? insertField(source, [...job, 'completions'], 1)
      : undefined;
  const field = String(finding.args.field);
  return [
    ...(indexed
      ? [
          {
            title: texts('fix-set-field', { field: 'completionMode', value: 'Indexed' }),
            edits: [indexed, ...(completions ? [completions] : [])],
            preferred: true,
          },
        ]
      : []),
    ...fix(texts('fix-remove-field', { field }), removeField(source, finding.at.path)),
  ];
};

/** As many completions as pods run side by side, or one. */
export const completionsMissing: Fixer = ({ source, finding, texts }) => {
  const parallelism = valueAt(source.document.body.value, [...finding.at.path.slice(0, -1), 'parallelism']);
  const value = typeof parallelism === 'number' && parallelism > 0 ? parallelism : 1;
  return fix(texts('fix-set-field', { field: 'completions', value }), insertField(source, finding.at.path, value), true);
};

/** Exit codes sorted, each once. */
export const sortedValues: Fixer = ({ source, finding, texts }) => {
  const list = listPath(finding.at.path);
  const values = valueAt(source.document.body.value, list);
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'number')) return [];
  const sorted = [...new Set<number>(values)].sort((a, b) => a - b);
  return fix(texts('fix-sort'), setValue(source, list, sorted), true);
};

/** Exit codes to begin with. */
export const someValues: Fixer = ({ source, finding, texts }) => {
  const { path } = finding.at;
  return fix(texts('fix-add-field', { field: 'values' }), setValue(source, path, [1]), true);
};

/** 0 among the exit codes of a failure: taken out. */
export const withoutZero: Fixer = (context) => {
  const { source, finding, texts } = context;
  const list = listPath(finding.at.path);
  const values = valueAt(source.document.body.value, list);
  if (!Array.isArray(values)) return [];
  const rest = values.filter((value) => value !== 0);
  const operator = [...list.slice(0, -1), 'operator'];
  return [
    ...(rest.length ? fix(texts('fix-remove-value', { value: 0 }), setValue(source, list, rest), true) : []),
    ...fix(texts('fix-set-field', { field: 'operator', value: 'NotIn' }), setValue(context.source, operator, 'NotIn'), rest.length === 0),
  ];
};

/** A rule with both requirements: one of them taken out. */
export const oneRequirement: Fixer = ({ source, finding, texts }) => {
  const rule = finding.at.path.slice(0, finding.at.path.lastIndexOf('rules') + 2);
  return ['onPodConditions', 'onExitCodes'].flatMap((field) =>
    fix(texts('fix-remove-field', { field }), removeField(source, [...rule, field])),
  );
};

/** A rule without any: one of each kind to begin with. */
export const someRequirement: Fixer = ({ source, finding, texts }) => [
  ...fix(
    texts('fix-add-field', { field: 'onExitCodes' }),
    insertField(source, [...finding.at.path, 'onExitCodes'], { operator: 'In', values: [1] }),
    true,
  ),
  ...fix(
    texts('fix-add-field', { field: 'onPodConditions' }),
    insertField(source, [...finding.at.path, 'onPodConditions'], [{ type: 'DisruptionTarget' }]),
  ),
];

/** A container that does not exist: those that do, or none for all. */
export const policyContainer: Fixer<'pod-failure-policy-container'> = ({ source, finding, texts }) => {
  const { containers } = finding.args;
  return [
    ...containers
      .slice(0, 5)
      .flatMap((name, index) =>
        fix(texts('fix-replace', { value: name }), setValue(source, finding.at.path, name), index === 0 && containers.length === 1),
      ),
    ...fix(texts('fix-remove-field', { field: 'containerName' }), removeField(source, finding.at.path)),
  ];
};

/** Labels that a selector written by hand asks for, or the generated selector instead of it. */
export const selectorByHand: Fixer = (context) => {
  const { source, finding, texts } = context;
  const { path } = finding.at;
  const job = path.slice(0, path.findLastIndex((segment, at) => segment === 'spec' && path[at - 1] !== 'template') + 1);
  const wanted = valueAt(source.document.body.value, [...job, 'selector', 'matchLabels']);
  const labels = [...job, 'template', 'metadata', 'labels'];
  const there = valueAt(source.document.body.value, labels);
  const missing = Object.entries(isRecord(wanted) ? wanted : {}).filter(([name]) => !isRecord(there) || !Object.hasOwn(there, name));
  const added = missing.length && there === undefined ? insertField(source, labels, Object.fromEntries(missing)) : undefined;
  return [
    ...fix(texts('fix-add-field', { field: 'labels' }), added, true),
    ...fix(
      texts('fix-remove-field', { field: 'manualSelector' }),
      removeField(source, [...job, 'manualSelector']),
      added === undefined && wanted === undefined,
    ),
  ];
};

/** FailIndex without a limit for each index: the failure counted, or the Job ended. */
export const failIndex: Fixer = (context) =>
  ['Count', 'FailJob'].flatMap((value) =>
    fix(context.texts('fix-set-field', { field: 'action', value }), setValue(context.source, actionPath(context), value)),
  );

function actionPath({ finding: { at } }: FixContext): readonly (string | number)[] {
  return at.path.at(-1) === 'action' ? at.path : [...at.path, 'action'];
}

function listPath(path: readonly (string | number)[]): readonly (string | number)[] {
  return typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
}
