import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import type { OwnFormat } from '../../application/own-files/own-file.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { knownText } from '../../messages/render.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { withoutTabStops } from '../completion/offers/snippets.ts';
import { askedObject, askedValue } from '../fields/asked-object.ts';
import { describeField } from '../fields/field-description.ts';
import { hoverMarkdown } from '../words/hover-markdown.ts';
import { ownTextAt } from './own-text-at.ts';
import { patchedPath, type ScenarioPlace, scenarioPlace, scenarioTypeWords } from './scenario-fields.ts';
import { scenarioRecordOf, scenarioWhole } from './scenario-records.ts';

/** What the field of a scenario, of a test or of a configuration under a position means; undefined outside of them, null where there is nothing to say. */
export function scenarioHover(analysis: Analysis, position: Position): Hover | null | undefined {
  const offset = analysis.text.offsetAt(position);
  const inFile = ownTextAt(analysis, offset);
  if (!inFile) return undefined;
  const [document] = parseManifests(inFile.text).documents;
  if (!document) return null;
  const start = inFile.start + document.start;
  const { body } = document;
  const { path, onKey } = body.pathAt(offset - start);
  const range = onKey ? body.keyRange(path) : body.valueRange(path);
  if (!range || offset - start < range.start || offset - start > range.end) return null;
  if (!onKey && body.scalarSource(path) === undefined) return null;
  const named = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
  const patched = inFile.format === 'scenario' ? patchedPath(named) : undefined;
  const value = patched?.length ? patchedField(inFile.object, patched, analysis) : description(named, inFile.format, analysis);
  if (value === undefined) return null;
  return {
    contents: hoverMarkdown(value),
    range: { start: analysis.text.positionAt(start + range.start), end: analysis.text.positionAt(start + range.end) },
  };
}

/** A field of the object that a patch is for; as that of a Job or else of a CronJob where the object stands elsewhere. */
function patchedField(subject: ObjectInText | undefined, path: NodePath, { settings, texts }: Analysis): string | undefined {
  if (subject) return describeField(askedObject(subject, settings), path, texts);
  const elsewhere = (kind: JobKind) => askedValue(kind, undefined, settings.kubernetesVersion);
  return describeField(elsewhere('Job'), path, texts) ?? describeField(elsewhere('CronJob'), path, texts);
}

function description(path: NodePath, format: OwnFormat, { texts }: Analysis): string | undefined {
  const place = scenarioPlace(path, format);
  if (!place || place.name === '') return undefined;
  const { owner, name, shapes } = place;
  const values = shapes.flatMap((shape) => shape.enum ?? []);
  const key = typeof path.at(-1) === 'string' ? path.at(-1) : name;
  const example = exampleOf(place);
  return [
    `**\`${key}\`** · ${scenarioTypeWords(place, texts)}`,
    knownText(`scenario-field.${owner}.${name}`, texts) ?? '',
    ...(values.length ? [texts('hover-values', { values: values.map((value) => `\`${value}\``) })] : []),
    ...(example === undefined || key !== name ? [] : [`\`\`\`yaml\n${example}\n\`\`\``]),
  ].join('\n\n');
}

/** A range or shares where a field takes them, otherwise what completion writes. */
function exampleOf(place: ScenarioPlace): string | undefined {
  const whole = scenarioWhole(place);
  const written = whole === undefined ? scenarioRecordOf(place).snippet : ` ${whole}`;
  return written === undefined ? undefined : `${place.name}:${withoutTabStops(written)}`;
}
