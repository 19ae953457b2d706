import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../../application/analysis.ts';
import { knownPlace } from '../../../kubernetes/fields/places.ts';
import type { JobKind } from '../../../kubernetes/kinds.ts';
import { knownText } from '../../../messages/render.ts';
import type { NodePath } from '../../../plain/node-path.ts';
import { actionNames } from '../../../simulator/scenario/scenario-rules.ts';
import type { Caret } from '../../caret/caret.ts';
import { tellingExitCodes } from '../../fields/values/exit-codes.ts';
import { containerNames } from '../../reading/pod-template.ts';
import {
  itemOf,
  patchedPath,
  type ScenarioPlace,
  scenarioFields,
  scenarioPlace,
  scenarioTypeWords,
} from '../../scenario/scenario-fields.ts';
import { scenarioBody, scenarioWhole } from '../../scenario/scenario-snippets.ts';
import { manifestOffers } from '../manifest/manifest-offers.ts';
import type { ItemOffer, KeyOffer, Offers, ValueOffer } from '../offers/offers.ts';
import { withoutTabStops } from '../offers/snippets.ts';

/** The object that a scenario is about, as far as it is known. */
export interface ScenarioSubject {
  readonly kind: JobKind;
  /** Of the document that the object stands in. */
  readonly value: unknown;
  /** Where the object begins in it. */
  readonly base: NodePath;
}

type Words = Pick<Analysis, 'texts' | 'settings'>;

/** What a scenario takes at the caret; inside a patch what the object has there. */
export function scenarioOffers(caret: Caret, subject: ScenarioSubject, words: Words): Offers {
  const patched = patchedPath(caret.path);
  if (patched) {
    const known = knownPlace(subject.kind, patched);
    if (!known) return {};
    // What an object is cannot be patched.
    const siblings = patched.length === 0 ? [...caret.siblings, 'apiVersion', 'kind'] : caret.siblings;
    return manifestOffers({ ...subject, known, path: patched, caret: { ...caret, siblings } }, words);
  }
  const place = scenarioPlace(caret.path);
  if (!place) return {};
  const names = containerNames(subject.value, subject.base, subject.kind);
  if (caret.position === 'value') {
    if (caret.flow && typeof caret.path.at(-1) === 'number') return itemOffer(place, words);
    return { values: values(place, names, words) };
  }
  const keys = [...fieldKeys(place, caret.siblings, words), ...containerKeys(place, names, caret.siblings)];
  const isItem = !caret.flow && !caret.afterDash && caret.siblings.length === 0;
  const items = isItem ? itemOf(place) : undefined;
  return { keys, ...(items && itemOffer(items, words)) };
}

function fieldKeys(place: ScenarioPlace, siblings: readonly string[], { texts }: Words): KeyOffer[] {
  return scenarioFields(place)
    .filter(({ owner, name }) => !siblings.includes(name) && !isIdle(owner, name, siblings))
    .map((field) => ({
      name: field.name,
      body: `:${bodyOf(field)}`,
      shape: shapeOf(field),
      kind: CompletionItemKind.Field,
      detail: scenarioTypeWords(field, texts),
      documentation: knownText(`scenario-field.${field.owner}.${field.name}`, texts) ?? '',
      first: field.required || isChoice(field),
    }));
}

function containerKeys(place: ScenarioPlace, names: readonly string[], siblings: readonly string[]): KeyOffer[] {
  if (place.name !== 'containers' || scenarioFields(place).length > 0) return [];
  return names
    .filter((name) => !siblings.includes(name))
    .map((name) => ({ name, body: ':\n  run: $0', shape: 'object', kind: CompletionItemKind.Property }));
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
  const { owner, name, shapes } = place;
  const plain = (value: string, detail?: string): ValueOffer => ({ value, text: true, ...(detail === undefined ? {} : { detail }) });
  const bare = (value: string, detail?: string): ValueOffer => ({ ...plain(value, detail), text: false });
  const listed = shapes.flatMap((shape) => shape.enum ?? []).map((value) => plain(value));
  const switches = shapes.some(({ type }) => type === 'boolean') ? [bare('true'), bare('false')] : [];
  const codes = shapes.some(({ title }) => title === 'exit code')
    ? [bare('0'), bare('1'), ...tellingExitCodes.map((code) => bare(String(code), texts(`exit-code-${code}`)))]
    : [];
  const nodes = name === 'failNode' ? [plain('node-1'), plain('node-2')] : [];
  const containers = owner === 'action' && name === 'container' ? names.map((one) => plain(one)) : [];
  const whole = scenarioWhole(owner, name);
  const written = whole === undefined ? [] : [{ value: withoutTabStops(whole).replace('$0', ''), text: false, snippet: whole }];
  return [...listed, ...switches, ...codes, ...nodes, ...containers, ...written];
}

function bodyOf(place: ScenarioPlace): string {
  const own = scenarioBody(place.owner, place.name);
  if (own !== undefined) return own;
  const [shape] = place.shapes;
  if (shape?.enum) return ` \${1|${shape.enum.join(',')}|}$0`;
  if (shape?.type === 'boolean') return ` \${1|true,false|}$0`;
  return ' $0';
}

function shapeOf({ shapes: [shape] }: ScenarioPlace): KeyOffer['shape'] {
  return shape?.type === 'object' ? 'object' : shape?.type === 'array' ? 'list' : 'other';
}

/** Which pod an entry of `pods` speaks of. */
function isChoice({ owner, name }: ScenarioPlace): boolean {
  return owner === 'pod' && (name === 'ordinal' || name === 'index');
}

/** What would say nothing, or be refused, beside the fields that are there. */
function isIdle(owner: string, name: string, siblings: readonly string[]): boolean {
  const has = (...names: readonly string[]) => names.some((one) => siblings.includes(one));
  switch (`${owner}.${name}`) {
    case 'action.container':
    case 'action.exit':
      return !has('killContainer');
    case 'pod.ordinal':
      return has('index');
    case 'pod.index':
      return has('ordinal');
    case 'pod.attempt':
      return !has('index');
    case 'run.for':
      return has('cannotStart');
    case 'run.healthyAfter':
      return has('cannotStart', 'cannotCreate', 'cannotPull');
    case 'run.exit':
    case 'run.cannotStart':
    case 'run.cannotCreate':
    case 'run.cannotPull':
    case 'run.outOfMemory':
      return has('cannotStart', 'cannotCreate', 'cannotPull', 'outOfMemory');
    default:
      return owner === 'action' && actionNames.some((one) => one === name) && has(...actionNames);
  }
}
