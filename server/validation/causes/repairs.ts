import { fieldPathOf, serverPath } from '../../kubernetes/finding/field-path.ts';
import { type FindingOf, hasCode } from '../../kubernetes/finding/finding.ts';
import type { Change, Remedy } from '../../kubernetes/finding/remedy.ts';
import { type NodePath, startsWith } from '../../plain/node-path.ts';
import { fitsSomeLevel, type Home, innerHomes, levelHomes, levelOf, openAbove } from './homes.ts';
import type { Subject } from './levels.ts';
import { namesByContent, namesBySpelling } from './meant-names.ts';
import { outdentedItems } from './outdented-items.ts';

/** What may mend a finding about a key: the likeliest first. None is preferred here. */
export interface Repair extends Remedy {
  /** Whether nothing else could be meant by it as well. */
  readonly isSure: boolean;
  /** Where the field belongs, as the server writes paths, empty for the root; undefined of a misspelt one. */
  readonly belongs?: string;
  /** The name that a misspelt field should have. */
  readonly name?: string;
}

/** Any finding, whoever made it. */
type Found = FindingOf<string, unknown>;

/** More than this many are never offered. */
const mostRepairs = 5;

/**
 * What was meant by a field that its object does not have, or by an item that is none of its list's. The place of a field goes
 * before its spelling: one that exists elsewhere under this very name is not misspelt.
 */
export function repairsOf(subject: Subject, finding: Found, others: readonly Found[]): readonly Repair[] {
  const { path } = finding.at;
  if (!hasCode(finding, 'unknown-field', 'wrong-type')) return [];
  const items = outdentedItems(subject, path);
  const nested = items ? [nesting(items)] : [];
  if (!hasCode(finding, 'unknown-field')) return nested;
  const siblings = others.flatMap((one) => (isSibling(one, finding) ? [one.at.path] : []));
  const moves = (homes: readonly Home[], homeOf: (path: NodePath) => Home | undefined) =>
    homes.map((home) =>
      moving(
        path,
        home,
        siblings.filter((one) => isSame(homeOf(one)?.to, home.to)),
      ),
    );
  const open = openAbove(subject, path);
  const above = moves(open ? [open] : [], (one) => openAbove(subject, one));
  const levels = moves(levelHomes(subject, path), (one) => levelHomes(subject, one)[0]);
  const inner = moves(innerHomes(subject, path), (one) => innerHomes(subject, one)[0]);
  const spelt = namesBySpelling(subject, path).map((name) => renaming(path, name));
  const held = namesByContent(subject, path).map((name) => renaming(path, name, namesByContent(subject, path).length === 1));
  const isMisplaced = levelOf(subject, path) !== undefined && (fitsSomeLevel(subject, path) || spelt.length === 0);
  const ranked = isMisplaced ? [...levels, ...inner] : [...spelt, ...inner, ...levels, ...held];
  return once([...nested, ...above, ...ranked]).slice(0, mostRepairs);
}

function renaming(path: NodePath, name: string, isSure = true): Repair {
  const title = { code: 'fix-rename-field', args: { name } } as const;
  return { title, changes: [{ does: 'rename', path, name }], preferred: false, isSure, name };
}

/** Also those beside it that belong there, the last first, as each goes before what is there. */
function moving(path: NodePath, { to, isSure }: Home, siblings: readonly NodePath[]): Repair {
  const moved = [path, ...siblings];
  const field = moved.map((one) => String(one.at(-1))).join(', ');
  const belongs = serverPath(fieldPathOf(to));
  const title = { code: 'fix-move-field', args: { field, to: belongs } } as const;
  const changes = moved.toReversed().map((one): Change => ({ does: 'move', path: one, to }));
  return { title, changes, preferred: false, isSure, belongs };
}

function nesting(items: Extract<Change, { does: 'nest-items' }>): Repair {
  const title = { code: 'fix-nest-items', args: { to: serverPath(fieldPathOf(items.to)) } } as const;
  return { title, changes: [items], preferred: false, isSure: true, belongs: title.args.to };
}

/** Whether another finding is of an unknown field of the same object. */
function isSibling(other: Found, { at: { path } }: Found): boolean {
  const isBeside = other.at.path.length === path.length && startsWith(other.at.path, path.slice(0, -1));
  return isBeside && other.at.path.at(-1) !== path.at(-1) && hasCode(other, 'unknown-field');
}

function isSame(one: NodePath | undefined, other: NodePath): boolean {
  return one?.length === other.length && startsWith(one, other);
}

function once(repairs: readonly Repair[]): readonly Repair[] {
  const known = repairs.map(({ changes }) => JSON.stringify(changes));
  return repairs.filter((_, index) => known.indexOf(known[index] ?? '') === index);
}
