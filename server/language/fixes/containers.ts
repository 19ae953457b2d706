import { podSpecPath } from '../../kubernetes/kinds.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { insertField, removeField, replaceValue, setValue } from '../writing/edits.ts';
import { toSidecar } from '../writing/sidecar.ts';
import { choices } from './choices.ts';
import { type Fixer, fix } from './fix.ts';

/** A program that does not exist: the one meant, or its words taken apart. */
export const command: Fixer<'command-cannot-start'> = ({ source, finding, texts }) => {
  const { nearest, cause, command: written } = finding.args;
  if (cause === 'spaces') {
    if (written.trim() === '') return [];
    const list = finding.at.path.slice(0, -1);
    const items = valueAt(source.document.body.value, list);
    const words = [...written.trim().split(/\s+/), ...(Array.isArray(items) ? items.slice(1).map(String) : [])];
    const text = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
    return fix(texts('fix-replace', { value: text }), replaceValue(source, list, text), true);
  }
  if (nearest === '') return [];
  return fix(texts('fix-replace', { value: nearest }), replaceValue(source, finding.at.path, JSON.stringify(nearest)), true);
};

/** The words behind `sh -c` made one script. */
export const wholeScript: Fixer = ({ source, finding, texts }) => {
  const list = finding.at.path.slice(0, -1);
  const index = Number(finding.at.path.at(-1));
  const items = valueAt(source.document.body.value, list);
  const other = [...list.slice(0, -1), 'args'];
  const args = list.at(-1) === 'command' ? valueAt(source.document.body.value, other) : [];
  if (!Array.isArray(items)) return [];
  const behind = Array.isArray(args) ? args : [];
  const words = [...items.slice(0, index), [...items.slice(index), ...behind].map(String).join(' ')];
  const edit = replaceValue(source, list, `[${words.map((word) => JSON.stringify(word)).join(', ')}]`);
  const removal = behind.length ? removeField(source, other) : undefined;
  if (!edit || (behind.length && !removal)) return [];
  return [{ title: texts('fix-whole-script'), edits: removal ? [edit, removal] : [edit], preferred: true }];
};

/** A request above its limit: the request lowered, or the limit raised. */
export const requestAboveLimit: Fixer<'request-above-limit' | 'request-unlike-limit'> = ({ source, finding, texts }) => {
  const { value, limit } = finding.args;
  const name = String(finding.args.name);
  const { path } = finding.at;
  const resources = path.slice(0, path.lastIndexOf('resources') + 1);
  const request = [...resources, 'requests', name];
  const most = [...resources, 'limits', name];
  const as = (path: NodePath) => valueAt(source.document.body.value, path);
  return [
    ...fix(texts('fix-set-field', { field: `requests.${name}`, value: String(limit) }), setValue(source, request, as(most) ?? limit), true),
    ...fix(texts('fix-set-field', { field: `limits.${name}`, value: String(value) }), setValue(source, most, as(request) ?? value)),
  ];
};

/** A volume that is not there: one of those that are, or a new and empty one. */
export const volumeUnknown: Fixer<'mount-volume-unknown'> = (context) => [...choices(context), ...newVolume(context)];

const newVolume: Fixer<'mount-volume-unknown'> = ({ source, finding, texts }) => {
  const { value: name, declared } = finding.args;
  const { path } = finding.at;
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) || declared) return [];
  const pod = path.slice(
    0,
    path.findLastIndex((segment) => segment === 'containers' || segment === 'initContainers'),
  );
  const volumes = [...pod, 'volumes'];
  const added = { name, emptyDir: {} };
  const there = valueAt(source.document.body.value, volumes);
  if (there !== undefined) return [];
  return fix(texts('fix-add-volume', { name }), insertField(source, volumes, [added]));
};

/** Blanks around a value taken away. */
export const trimmed: Fixer<'image-blanks' | 'localhost-profile-blanks'> = ({ source, finding, texts }) => {
  const value = String(finding.args.value).trim();
  return value === '' ? [] : fix(texts('fix-replace', { value }), replaceValue(source, finding.at.path, JSON.stringify(value)), true);
};

/** `128m` of memory, which is an eighth of a byte. */
export const bytes: Fixer<'bytes-fractional'> = ({ source, finding, texts }) => {
  const number = /^(\d+)m$/.exec(finding.args.value)?.[1];
  if (number === undefined) return [];
  return ['Mi', 'M'].flatMap((unit, index) =>
    fix(texts('fix-replace', { value: `${number}${unit}` }), setValue(source, finding.at.path, `${number}${unit}`), index === 0),
  );
};

/** A path that must not, or must, begin with a slash. */
export const path: Fixer<'path-absolute' | 'path-relative'> = ({ source, finding, texts }) => {
  const written = String(finding.args.value);
  const value = finding.code === 'path-absolute' ? written.replace(/^\/+/, '') : `/${written}`;
  return value === '' ? [] : fix(texts('fix-replace', { value }), replaceValue(source, finding.at.path, JSON.stringify(value)), true);
};

/** A helper that never ends: moved to the init containers, or as one of them told to stay. */
export const sidecar: Fixer<'sidecar-as-container'> = (context) => {
  const { source, finding, texts, kind, base } = context;
  const { path } = finding.at;
  if (finding.args.init) return fix(texts('refactor-to-sidecar'), setValue(context.source, [...path, 'restartPolicy'], 'Always'), true);
  const edits = toSidecar(source, path, [...base, ...podSpecPath(kind)]);
  return edits ? [{ title: texts('refactor-to-sidecar'), edits, preferred: true }] : [];
};
