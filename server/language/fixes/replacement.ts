import type { Arguments } from '../../messages/table/message-table.ts';
import { renameKey, replaceValue } from '../writing/edits.ts';
import { type Fixer, fix } from './fix.ts';

/** A word for which the finding itself names a better one. */
export const replacement: Fixer = ({ source, finding, texts }) => {
  const { replacement, canonical }: Arguments = finding.args;
  const better = [replacement, canonical].find((one) => typeof one === 'string' && one !== '');
  const { path, part } = finding.at;
  if (typeof better !== 'string') return [];
  if (part === 'key' && typeof path.at(-1) === 'string')
    return fix(texts('fix-rename-field', { name: better }), renameKey(source, path, better), true);
  if (source.document.body.scalarSource(path) === undefined) return [];
  return fix(texts('fix-replace', { value: better }), replaceValue(source, path, JSON.stringify(better)), true);
};
