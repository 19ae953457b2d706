import { setValue } from '../writing/edits.ts';
import { type Fixer, fix } from './fix.ts';

/** The value that was committed, where it is a scalar. */
export const revert: Fixer<'immutable-change'> = ({ source, finding, texts }) => {
  const { old } = finding.args;
  if (old === undefined) return [];
  const { path } = finding.at;
  return fix(texts('fix-revert', { value: old }), setValue(source, path, old), true);
};
