import { oncePer } from '../../plain/once-per.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import type { ManifestBody } from '../document.ts';
import { parseManifests } from '../parse.ts';
import { writeYaml } from '../write-yaml.ts';

/** What Flux fills in for `${NAME}`, as far as it stands in the tree. */
export interface FluxVariables {
  readonly values: Readonly<Record<string, string>>;
  /** Whether these are all: of ConfigMaps and Secrets that are not in the tree nobody knows. */
  readonly isWhole: boolean;
}

/**
 * The variables of a Flux Kustomization: its `postBuild.substitute`, which wins, and what it takes from ConfigMaps and Secrets among the
 * objects, the later ones first (fluxcd/pkg kustomize/kustomize_varsub.go). Values lose their line ends.
 */
export function variablesOf({ spec }: PlainRecord, objects: readonly PlainRecord[]): FluxVariables {
  const { substitute, substituteFrom } = recordAt(recordAt(spec)['postBuild']);
  const sources = (Array.isArray(substituteFrom) ? substituteFrom : []).map((one: unknown) => dataOf(recordAt(one), objects));
  const values = Object.assign({}, ...sources, recordAt(substitute));
  const texts = Object.entries(values).map(([name, value]) => [name, String(value).replaceAll('\n', '')] as const);
  return { values: Object.fromEntries(texts), isWhole: sources.every((one) => one !== undefined) };
}

/** Undefined where the object is not there, or encrypted. */
function dataOf({ kind, name }: PlainRecord, objects: readonly PlainRecord[]): PlainRecord | undefined {
  const found = objects.find((one) => one['kind'] === kind && recordAt(one['metadata'])['name'] === name);
  if (!found || found['sops'] !== undefined) return undefined;
  const data = recordAt(found['data']);
  if (kind !== 'Secret') return data;
  const decoded = Object.entries(data).map(([key, value]) => [key, fromBase64(String(value))] as const);
  return { ...Object.fromEntries(decoded), ...recordAt(found['stringData']) };
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** `$${`, which stays; `${NAME}`, and with a default behind one of the signs of which Flux makes no difference. */
const variable = /\$\$\{|\$\{([A-Za-z_]\w*)(?::?[-=?+]([^{}]*))?\}/g;

/** A text with what is known filled in (drone/envsubst); variables that are not known, and what it does else with them, stay as they are. */
export function substituted(text: string, { values }: FluxVariables): string {
  return text.replace(variable, (written, name: string | undefined, otherwise: string | undefined) => {
    if (name === undefined) return '${';
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value || (otherwise ?? value ?? written);
  });
}

const disabling = 'kustomize.toolkit.fluxcd.io/substitute';

/** A document as Flux applies it: its places are those of the text as written. Objects that say so are left as they are. */
export const filledIn: (variables: FluxVariables) => (body: ManifestBody) => ManifestBody = oncePer(
  (variables: FluxVariables) => variables,
  (variables) => {
    const bodyOnce = oncePer(
      (body: ManifestBody) => body,
      (body) => bodyFilledIn(body, variables),
    );
    return (body) => (body.text.includes('${') ? bodyOnce(body) : body);
  },
);

function bodyFilledIn(body: ManifestBody, variables: FluxVariables): ManifestBody {
  const { annotations, labels } = recordAt(recordAt(body.value)['metadata']);
  if ([annotations, labels].some((one) => recordAt(one)[disabling] === 'disabled')) return body;
  return {
    ...body,
    value: valueFilledIn(body.value, variables),
    scalarSource(path) {
      const source = body.scalarSource(path);
      return source && { ...source, text: substituted(source.text, variables) };
    },
  };
}

function valueFilledIn(value: unknown, variables: FluxVariables): unknown {
  if (typeof value === 'string') return value.includes('${') ? scalarFilledIn(value, variables) : value;
  if (Array.isArray(value)) return value.map((one: unknown) => valueFilledIn(one, variables));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, valueFilledIn(one, variables)]));
}

/** Flux fills in what kustomize wrote, which keeps no quotes that YAML does not need: a number in a variable becomes a number. */
function scalarFilledIn(text: string, variables: FluxVariables): unknown {
  const filled = substituted(text, variables);
  if (filled === text || text.includes('\n') || /^["'|>]/.test(writeYaml([text]))) return filled;
  if (filled.trim() === '') return null;
  const [document, ...more] = parseManifests(filled).documents;
  return document && more.length === 0 && document.body.problems.length === 0 ? document.body.value : filled;
}

function recordAt(value: unknown): PlainRecord {
  return isRecord(value) ? value : {};
}
