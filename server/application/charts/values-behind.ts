import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { TemplateLine, TemplateText } from '../../charts/rendered-chart.ts';
import type { ManifestDocument } from '../../manifest/document.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { templateActions } from '../../manifest/templates/template-actions.ts';
import { templateBlocks } from '../../manifest/templates/template-blocks.ts';
import type { NodePath } from '../../plain/node-path.ts';

/** A value in a file of values. */
export interface ValuePlace {
  readonly file: string;
  readonly range: Range;
}

/** The values that went into a line of a template, which became `rendered`; of several files the last that has one made it. */
export type ValuesBehind = (line: TemplateLine, rendered: string) => readonly ValuePlace[];

interface Source {
  readonly file: string;
  readonly text: TextDocument;
  readonly document: ManifestDocument;
}

/**
 * Finds `.Values.image.tag`, and `.tag` within `with .Values.image` or `range .Values.images`, in the files of values. A chart in the
 * folder `charts` of another one takes what that one says under its name first, then its own.
 */
export function valuesBehind(files: readonly string[], text: TemplateText): ValuesBehind {
  const sources = files.flatMap((file) => sourceOf(file, text));
  return ({ file, line }, rendered) => {
    const template = text(file) ?? '';
    const chart = [...file.matchAll(/(?:^|\/)charts\/([^/]+)(?=\/)/g)].map(([, name = '']) => name);
    const own = chart.length > 0 ? sourceOf(`${chart.map((name) => `charts/${name}`).join('/')}/values.yaml`, text) : [];
    return referencesOn(template, line).flatMap((names) => {
      const above = names[0] === 'global' ? names : [...chart, ...names];
      return placesIn(sources, above, rendered) ?? placesIn(own, names, rendered) ?? [];
    });
  };
}

function sourceOf(file: string, text: TemplateText): readonly Source[] {
  const content = text(file);
  const document = content === undefined ? undefined : parseManifests(content).documents[0];
  return content === undefined || !document ? [] : [{ file, document, text: TextDocument.create(file, 'yaml', 1, content) }];
}

/** Stands in a path for any item of what a `range` goes through. */
const anyItem = '*';

/** The paths of the values that actions on a line name, each once. */
function referencesOn(template: string, line: number): readonly (readonly string[])[] {
  const lines = TextDocument.create('', '', 1, template);
  const [start, end] = [lines.offsetAt({ line, character: 0 }), lines.offsetAt({ line: line + 1, character: 0 })];
  const actions = templateActions(template).filter((action) => action.start < end && start < action.end);
  const found = actions.flatMap(({ text, start: at }) => {
    const whole = [...text.matchAll(/\.Values((?:\.\w+)+)/g)].map(([, path = '']) => path.slice(1).split('.'));
    const relative = [...text.matchAll(/(?:^|[\s(])(?:\$\w+)?((?:\.\w+)+)/g)].map(([, path = '']) => path.slice(1).split('.'));
    const scope = scopeAt(template, at);
    return [...whole, ...relative.flatMap((names) => (names[0] === 'Values' || !scope ? [] : [[...scope, ...names]]))];
  });
  return [...new Map(found.map((names) => [names.join('.'), names])).values()];
}

/** What the dot stands for at an offset: the value of the innermost `with` or `range` that names one of `.Values`. */
function scopeAt(template: string, offset: number): readonly string[] | undefined {
  const actions = templateActions(template);
  const around = templateBlocks(actions, template.length).filter(
    ({ opens, branches: [first] }) => (opens === 'with' || opens === 'range') && first && first.start <= offset && offset < first.end,
  );
  const [innermost] = around;
  const opening = innermost && actions.find(({ end }) => end === innermost.branches[0]?.start);
  const names = /\.Values((?:\.\w+)+)/
    .exec(opening?.text ?? '')?.[1]
    ?.slice(1)
    .split('.');
  return names && (innermost?.opens === 'range' ? [...names, anyItem] : names);
}

function placesIn(sources: readonly Source[], names: readonly string[], rendered: string): readonly ValuePlace[] | undefined {
  const found = sources.map((source) => ({ source, paths: pathsOf(source, names) })).findLast(({ paths }) => paths.length > 0);
  if (!found) return undefined;
  const { source, paths } = found;
  const { start, body } = source.document;
  const written = (path: NodePath) => body.scalarSource(path)?.text.replace(/^["']|["']$/g, '');
  // Of the items of a range those count whose value was written here.
  const made = paths.length > 1 ? paths.filter((path) => rendered.includes(written(path) ?? rendered)) : paths;
  return (made.length > 0 ? made : paths).slice(0, 1).flatMap((path) => {
    const range = body.keyRange(path);
    return range
      ? [
          {
            file: source.file,
            range: { start: source.text.positionAt(start + range.start), end: source.text.positionAt(start + range.end) },
          },
        ]
      : [];
  });
}

/** The paths in a file that names lead to. */
function pathsOf({ document: { body } }: Source, names: readonly string[]): readonly NodePath[] {
  const paths = names.reduce<readonly NodePath[]>(
    (found, name) =>
      found.flatMap((path) => (name === anyItem ? body.children(path).map(({ segment }) => [...path, segment]) : [[...path, name]])),
    [[]],
  );
  return paths.filter((path) => body.keyRange(path) !== undefined);
}
