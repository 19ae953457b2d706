import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { insertField, replaceValue, setValue } from '../writing/edits.ts';
import { choices } from './choices.ts';
import { type Fixer, fix } from './fix.ts';

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
