import { CompletionItemKind } from 'vscode-languageserver-types';
import type { OwnFormat } from '../../../application/own-files/own-file.ts';
import { settingList } from '../../../application/settings/setting-list.ts';
import { knownPlace } from '../../../kubernetes/fields/places.ts';
import type { JobKind } from '../../../kubernetes/kinds.ts';
import { knownText } from '../../../messages/render.ts';
import { type NodePath, withValueAt } from '../../../plain/node-path.ts';
import { scenarioRuleFindings } from '../../../simulator/scenario/scenario-rules.ts';
import type { Caret } from '../../caret/caret.ts';
import { tellingExitCodes } from '../../fields/values/exit-codes.ts';
import type { Words } from '../../fields/values/value-kind.ts';
import { containerNames } from '../../reading/pod-template.ts';
import {
  itemPlace,
  patchedPath,
  type ScenarioPlace,
  scenarioFields,
  scenarioPlace,
  scenarioTypeWords,
} from '../../scenario/scenario-fields.ts';
import { scenarioRecordOf, scenarioWhole } from '../../scenario/scenario-records.ts';
import { manifestOffers } from '../manifest/manifest-offers.ts';
import type { ItemOffer, KeyOffer, Offers, ValueOffer } from '../offers/offers.ts';
import { withoutTabStops } from '../offers/snippets.ts';

/** The object that a scenario is about, as far as it is known. */
export interface ScenarioSubject {
  readonly kind: JobKind;
  /** As far as it could be read; undefined while nothing can. */
  readonly object: unknown;
}

/** What a scenario takes at the caret; inside a patch what the object has there. */
export function scenarioOffers(caret: Caret, subject: ScenarioSubject, words: Words, format: OwnFormat = 'scenario'): Offers {
  const patched = format === 'scenario' ? patchedPath(caret.path) : undefined;
  if (patched) {
    const known = knownPlace(subject.kind, patched);
    if (!known) return {};
    // What an object is cannot be patched.
    const siblings = patched.length === 0 ? [...caret.siblings, 'apiVersion', 'kind'] : caret.siblings;
    return manifestOffers({ ...subject, known, path: patched, caret: { ...caret, siblings } }, words);
  }
  const place = scenarioPlace(caret.path, format);
  if (!place) return {};
  const names = containerNames(subject.object, subject.kind);
  if (caret.position === 'value') {
    if (caret.flow && typeof caret.path.at(-1) === 'number') return itemOffer(place, words);
    return { values: values(place, names, words) };
  }
  const keys = [
    ...fieldKeys(place, caret, words, format),
    ...containerKeys(place, names, caret.siblings),
    ...namedKeys(place, caret.siblings),
  ];
  const isItem = !caret.flow && !caret.afterDash && caret.siblings.length === 0;
  const items = isItem ? itemPlace(place) : undefined;
  // An item of a list of names or sentences begins as a key would.
  const item = caret.afterDash && typeof caret.path.at(-1) === 'number' ? { values: values(place, names, words) } : {};
  return { keys, ...item, ...(items && itemOffer(items, words)) };
}

function fieldKeys(
  place: ScenarioPlace,
  { path, siblings }: Pick<Caret, 'path' | 'siblings'>,
  { texts }: Words,
  format: OwnFormat,
): KeyOffer[] {
  const inScenario = scenarioPath(path, format);
  return scenarioFields(place)
    .filter((field) => !siblings.includes(field.name) && !(inScenario && isContradicted(field, inScenario, siblings)))
    .map((field) => ({
      name: field.name,
      body: `:${bodyOf(field)}`,
      shape: shapeOf(field),
      kind: CompletionItemKind.Field,
      detail: scenarioTypeWords(field, texts),
      documentation: knownText(`scenario-field.${field.owner}.${field.name}`, texts) ?? '',
      first: field.required || scenarioRecordOf(field).first === true,
    }));
}

function containerKeys(place: ScenarioPlace, names: readonly string[], siblings: readonly string[]): KeyOffer[] {
  if (place.name !== 'containers' || scenarioFields(place).length > 0) return [];
  return names
    .filter((name) => !siblings.includes(name))
    .map((name) => ({ name, body: ':\n  run: $0', shape: 'object', kind: CompletionItemKind.Property }));
}

const levelToChoose = `\${1|${settingList.rules.choices?.join(',')}|}`;

/** The names of rules, where they are keys. */
function namedKeys(place: ScenarioPlace, siblings: readonly string[]): KeyOffer[] {
  const { keys = [] } = scenarioRecordOf(place);
  return keys
    .filter((name) => !siblings.includes(name))
    .map((name) => ({ name, body: `: ${levelToChoose}$0`, shape: 'text', kind: CompletionItemKind.Property }));
}

/** Where in a scenario a path leads; undefined where it leads into none. */
function scenarioPath(path: NodePath, format: OwnFormat): NodePath | undefined {
  if (format === 'scenario') return path;
  return format === 'configuration' && path[0] === 'scenario' ? path.slice(1) : undefined;
}

function itemOffer(place: ScenarioPlace, { texts }: Words): Offers {
  const fields = scenarioFields(place);
  const first = fields.find(({ required }) => required) ?? fields[0];
  if (!first) return {};
  const item: ItemOffer = {
    name: first.name,
    block: `- ${first.name}: $0`,
    shape: shapeOf(first),
    detail: scenarioTypeWords(place, texts),
  };
  return { item };
}

function values(place: ScenarioPlace, names: readonly string[], { texts }: Words): ValueOffer[] {
  const { shapes } = place;
  const plain = (value: string, detail?: string): ValueOffer => ({ value, text: true, ...(detail === undefined ? {} : { detail }) });
  const bare = (value: string, detail?: string): ValueOffer => ({ ...plain(value, detail), text: false });
  const listed = shapes.flatMap((shape) => shape.enum ?? shape.examples ?? []).map((value) => plain(value));
  const switches = shapes.some(({ type }) => type === 'boolean') ? [bare('true'), bare('false')] : [];
  const codes = shapes.some(({ title }) => title === 'exit code')
    ? [bare('0'), bare('1'), ...tellingExitCodes.map((code) => bare(String(code), texts(`exit-code-${code}`)))]
    : [];
  // Of a list that takes nothing else they are its items.
  const isList = shapes.every(({ type }) => type === 'array');
  const choices = isList ? [] : (scenarioRecordOf(place).choices?.(names) ?? []);
  const whole = scenarioWhole(place);
  const written = whole === undefined ? [] : [{ value: withoutTabStops(whole).replace('$0', ''), text: false, snippet: whole }];
  return [...listed, ...switches, ...codes, ...choices.map((value) => plain(value)), ...written];
}

function bodyOf(place: ScenarioPlace): string {
  const { snippet } = scenarioRecordOf(place);
  if (snippet !== undefined) return snippet;
  const [shape] = place.shapes;
  if (shape?.enum) return ` \${1|${shape.enum.join(',')}|}$0`;
  if (shape?.type === 'boolean') return ` \${1|true,false|}$0`;
  return ' $0';
}

function shapeOf({ shapes: [shape] }: ScenarioPlace): KeyOffer['shape'] {
  if (shape?.type === 'object') return 'object';
  return shape?.type === 'array' ? 'list' : 'other';
}

/** Whether the rules of scenarios would have a field taken out again, or one of those that are there. */
function isContradicted(field: ScenarioPlace, path: NodePath, siblings: readonly string[]): boolean {
  const fields = scenarioFields(scenarioPlace(path) ?? field);
  const contradictions = (names: readonly string[]) => {
    const object = Object.fromEntries(names.map((name) => [name, sampleOf(fields.find((one) => one.name === name))]));
    return scenarioRuleFindings(withValueAt({}, path, object)).filter(({ reason }) => reason === 'Forbidden').length;
  };
  return contradictions([...siblings, field.name]) > contradictions(siblings);
}

/** Some value that a field may have. */
function sampleOf(field: ScenarioPlace | undefined): unknown {
  const shape = field?.shapes[0];
  if (shape?.type === 'boolean') return true;
  return shape?.type === 'object' ? {} : 1;
}
