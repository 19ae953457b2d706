import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { insertField, replaceValue, scalarFor } from '../writing/edits.ts';
import { type Fixer, fix } from './fix.ts';

/** Of findings whose text names the values. */
const operators: Readonly<Record<string, readonly string[]>> = {
  'selector-operator': ['In', 'NotIn', 'Exists', 'DoesNotExist'],
  'node-selector-operator': ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'],
  'node-field-operator': ['In', 'NotIn'],
};

/** For every finding that says which values are allowed: the nearest first, and preferred when it is near. */
export const choices: Fixer = ({ source, finding, texts }) => {
  const supported = finding.args['supported'] ?? operators[finding.code];
  const { path } = finding.at;
  const field = path.at(-1);
  if (!Array.isArray(supported) || typeof field !== 'string') return [];
  const written = String(finding.args['value'] ?? '');
  const near = written === '' ? [] : nearestNames(written, supported.map(String));
  const ranked = [...near, ...supported.map(String).filter((one) => !near.includes(one))].slice(0, 6);
  const exists = source.document.body.keyRange(path) !== undefined;
  return ranked.flatMap((value, index) =>
    fix(
      texts('fix-set-field', { field, value }),
      exists ? replaceValue(source, path, scalarFor(source, value)) : insertField(source, path, value),
      ranked.length === 1 || (index === 0 && near.length > 0),
    ),
  );
};
