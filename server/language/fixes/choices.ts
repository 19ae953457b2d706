import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import type { Arguments } from '../../messages/table/message-table.ts';
import { renameKey, setValue } from '../writing/edits.ts';
import { type Fixer, fix } from './fix.ts';

/** For every finding that says which values are allowed: the nearest first, and preferred when it is near. */
export const choices: Fixer = ({ source, finding, texts }) => {
  const { supported, value }: Arguments = finding.args;
  const { path, part } = finding.at;
  const field = path.at(-1);
  if (!Array.isArray(supported) || typeof field !== 'string') return [];
  const written = String(value ?? '');
  const near = written === '' ? [] : nearestNames(written, supported.map(String));
  const ranked = [...near, ...supported.map(String).filter((one) => !near.includes(one))].slice(0, 6);
  return ranked.flatMap((one, index) => {
    const isLikely = ranked.length === 1 || (index === 0 && near.length > 0);
    if (part === 'key') return fix(texts('fix-rename-field', { name: one }), renameKey(source, path, one), isLikely);
    return fix(texts('fix-set-field', { field, value: one }), setValue(source, path, one), isLikely);
  });
};
