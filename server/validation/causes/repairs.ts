import { isMap } from '../../kubernetes/fields/api-fields.ts';
import { isCronJobField } from '../../kubernetes/fields/kind-in-text.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { fieldPathOf, serverPath } from '../../kubernetes/finding/field-path.ts';
import { type FindingOf, hasCode } from '../../kubernetes/finding/finding.ts';
import type { Change, Remedy } from '../../kubernetes/finding/remedy.ts';
import { type NodePath, startsWith, valueAt } from '../../plain/node-path.ts';
import { hasContent, isRecord } from '../../plain/record.ts';
import {
  fitsSomeLevel,
  type Home,
  innerHomes,
  levelHomes,
  levelOf,
  type NamedHome,
  openAbove,
  ownMetadata,
  speltElsewhere,
} from './homes.ts';
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
 * What was meant by a field that its object does not have, by an item that is none of its list's, or by a name that is not there. The
 * place of a field goes before its spelling: one that exists elsewhere under this very name is not misspelt. `others` tells the causes
 * that are still to be explained, `all` is what was found.
 */
export function repairsOf(subject: Subject, finding: Found, others: () => readonly Found[], all: readonly Found[]): readonly Repair[] {
  const { path } = finding.at;
  if (hasCode(finding, 'field-required')) return namesLookedFor(path, all);
  if (hasCode(finding, 'job-restart-policy', 'job-restart-policy-missing')) return policyOfContainer(subject, path);
  if (!hasCode(finding, 'unknown-field', 'wrong-type')) return [];
  const items = outdentedItems(subject, path);
  const nested = items ? [nesting(items)] : [];
  if (!hasCode(finding, 'unknown-field')) return nested.length ? nested : outOfMap(subject, path);
  if (isOfCronJob(subject, path)) return [];
  const siblings = () => others().flatMap((one) => (isSibling(one, finding) ? [one.at.path] : []));
  const moves = (homes: readonly Home[], homeOf: (path: NodePath) => Home | undefined) => {
    const along = homes.length > 0 ? siblings().map((one) => ({ one, to: homeOf(one)?.to })) : [];
    return homes.map((home) =>
      moving(
        path,
        home,
        along.flatMap(({ one, to }) => (isSame(to, home.to) ? [one] : [])),
      ),
    );
  };
  const beside = (one: NodePath) => openAbove(subject, one) ?? ownMetadata(subject, one);
  const near = beside(path);
  const above = moves(near ? [near] : [], beside);
  const levels = moves(levelHomes(subject, path), (one) => levelHomes(subject, one)[0]);
  const inner = moves(innerHomes(subject, path), (one) => innerHomes(subject, one)[0]);
  const spelt = namesBySpelling(subject, path).map(({ name, isSure }) => renaming(path, name, isSure));
  const held = namesByContent(subject, path).map((name) => renaming(path, name, namesByContent(subject, path).length === 1));
  const isMisplaced = levelOf(subject, path) !== undefined && (fitsSomeLevel(subject, path) || spelt.length === 0);
  const pair = nameAndValue(subject, path);
  const isTaken = levels.length === 0 && fitsSomeLevel(subject, path);
  const misplaced = isTaken ? [] : [...levels, ...inner];
  const ranked = isMisplaced ? misplaced : [...spelt, ...inner, ...levels, ...held];
  const likely = once([...nested, ...pair, ...above, ...ranked]).slice(0, mostRepairs);
  return likely.length > 0 || isMisplaced ? likely : speltElsewhere(subject, path).map((home) => movingAs(path, home));
}

/** `- A: b` among variables, which have a name and a value each. */
function nameAndValue({ value }: Subject, path: NodePath): readonly Repair[] {
  if (path.at(-3) !== 'env') return [];
  const item = path.slice(0, -1);
  const variable = valueAt(value, item);
  const [[name, written] = [], ...more] = Object.entries(isRecord(variable) ? variable : {});
  if (name === undefined || more.length > 0 || (typeof written === 'object' && written !== null)) return [];
  const pair = { name, value: written === null ? '' : String(written) };
  const title = { code: 'fix-replace', args: { value: `name: ${name}, value: ${JSON.stringify(pair.value)}` } } as const;
  return [{ title, changes: [{ does: 'set', path: item, value: pair }], preferred: false, isSure: true }];
}

/** A container or volume without a name has the one that others look for and do not find. */
function namesLookedFor(path: NodePath, all: readonly Found[]): readonly Repair[] {
  const [list, , field] = path.slice(-3);
  if (field !== 'name' || !(list === 'containers' || list === 'volumes')) return [];
  const values = all.flatMap((one) => {
    if (list === 'containers') return hasCode(one, 'pod-failure-policy-container') ? [one.args.value] : [];
    return hasCode(one, 'mount-volume-unknown') ? [one.args.value] : [];
  });
  const names = [...new Set(values)].filter((name) => name !== '');
  return names.map((value) => ({
    title: { code: 'fix-set-field', args: { field, value } },
    changes: [{ does: 'set', path, value }],
    preferred: false,
    isSure: names.length === 1,
  }));
}

/** Whether a Job has a field that CronJobs alone have: it is not misspelt, and belongs nowhere in a Job. */
export function isOfCronJob({ kind }: Subject, path: NodePath): boolean {
  return kind === 'Job' && isCronJobField(String(path.at(-1)));
}

function renaming(path: NodePath, name: string, isSure = true): Repair {
  const title = { code: 'fix-rename-field', args: { name } } as const;
  return { title, changes: [{ does: 'rename', path, name }], preferred: false, isSure, name };
}

/** Also those beside it that belong there, the last first, as each goes before what is there. */
function moving(path: NodePath, { to, isSure, belongs = to }: Home, siblings: readonly NodePath[]): Repair {
  const moved = [path, ...siblings];
  const field = moved.map((one) => String(one.at(-1))).join(', ');
  const title = { code: 'fix-move-field', args: { field, to: serverPath(fieldPathOf(to)) } } as const;
  const changes = moved.toReversed().map((one): Change => ({ does: 'move', path: one, to }));
  return { title, changes, preferred: false, isSure, belongs: serverPath(fieldPathOf(belongs)) };
}

function movingAs(path: NodePath, { to, name, isSure }: NamedHome): Repair {
  const belongs = serverPath(fieldPathOf(to));
  const title = { code: 'fix-move-renamed', args: { field: String(path.at(-1)), name, to: belongs } } as const;
  const renamed = [...path.slice(0, -1), name];
  return {
    title,
    changes: [
      { does: 'rename', path, name },
      { does: 'move', path: renamed, to },
    ],
    preferred: false,
    isSure,
    belongs,
    name,
  };
}

/** A field with fields of its own among free keys, which hold text alone: it belongs to an object around them. */
function outOfMap(subject: Subject, path: NodePath): readonly Repair[] {
  const { value, kind } = subject;
  const parent = knownPlace(kind, path.slice(0, -1));
  if (!parent || !isMap(parent.field) || !hasContent(valueAt(value, path))) return [];
  const homes = [...levelHomes(subject, path), ...innerHomes(subject, path)].toSorted(
    (a, b) => sharedWith(b.to, path) - sharedWith(a.to, path),
  );
  return homes.slice(0, mostRepairs).map((home) => moving(path, home, []));
}

/** How far two paths go together. */
function sharedWith(one: NodePath, other: NodePath): number {
  const parting = one.findIndex((segment, index) => segment !== other[index]);
  return parting < 0 ? one.length : parting;
}

/** The restart policy that stands in a container, where it means something else: moved to the pod, which has none. */
function policyOfContainer({ value }: Subject, path: NodePath): readonly Repair[] {
  const pod = path.slice(0, -1);
  const containers = valueAt(value, [...pod, 'containers']);
  if (!Array.isArray(containers) || valueAt(value, path) !== undefined) return [];
  const policies = containers.flatMap((_, index) => {
    const own = [...pod, 'containers', index, 'restartPolicy'];
    const written = valueAt(value, own);
    return written === 'Never' || written === 'OnFailure' ? [own] : [];
  });
  return policies.map((own) => moving(own, { to: pod, isSure: policies.length === 1 }, []));
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
