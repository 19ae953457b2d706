import configurationSchema from '../../../schemas/configuration.schema.json';
import schema from '../../../schemas/scenario.schema.json';
import testSchema from '../../../schemas/test.schema.json';
import type { OwnFormat } from '../../application/own-files/own-file.ts';
import { knownText, type Texts } from '../../messages/render.ts';
import type { NodePath } from '../../plain/node-path.ts';

/** The part of JSON Schema that the schemas of our own files are written in. */
interface ScenarioSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, ScenarioSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | ScenarioSchema;
  readonly items?: ScenarioSchema;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly then?: ScenarioSchema;
  readonly else?: ScenarioSchema;
}

/** One thing that may stand at a place of a scenario, of a file of tests, or of a configuration. */
interface ScenarioShape extends ScenarioSchema {
  /** The definition that it belongs to, which names the fields' texts. */
  readonly owner: string;
}

/** A place in one of our own files that its schema knows. */
export interface ScenarioPlace {
  /** The owner and name of the field; of a list item or map entry those of the list or map. */
  readonly owner: string;
  readonly name: string;
  /** What may stand there: a duration or a range, one run or a list of runs. */
  readonly shapes: readonly ScenarioShape[];
}

const roots: Readonly<Record<OwnFormat, ScenarioSchema>> = { scenario: schema, tests: testSchema, configuration: configurationSchema };
/** The configuration's are the scenario's, and a scenario. */
const definitions: Readonly<Record<string, ScenarioSchema>> = { ...configurationSchema.definitions, ...testSchema.definitions };

/** What the schema has at a path from the root of a file; undefined where it has nothing, as inside a patch. */
export function scenarioPlace(path: NodePath, format: OwnFormat = 'scenario'): ScenarioPlace | undefined {
  let place: ScenarioPlace = { owner: format, name: '', shapes: [{ ...roots[format], owner: format }] };
  for (const segment of path) {
    const next = typeof segment === 'number' ? itemPlace(place) : entryOf(place, segment);
    if (!next) return undefined;
    place = next;
  }
  return place;
}

/** The fields of the object that may stand at a place, in the schema's order, with whether they are required. */
export function scenarioFields({ shapes }: ScenarioPlace): readonly (ScenarioPlace & { readonly required: boolean })[] {
  return shapes.flatMap((shape) =>
    Object.entries(shape.properties ?? {}).map(([name, field]) => ({
      owner: shape.owner,
      name,
      shapes: shapesOf(field, shape.owner),
      required: shape.required?.includes(name) ?? false,
    })),
  );
}

/** The place of the items of a list, where one may stand. */
export function itemPlace({ owner, name, shapes }: ScenarioPlace): ScenarioPlace | undefined {
  const list = shapes.find(({ items }) => items);
  return list?.items && { owner, name, shapes: shapesOf(list.items, list.owner) };
}

/** What may stand at a place in words: `duration | object`. */
export function scenarioTypeWords({ shapes }: ScenarioPlace, texts: Texts): string {
  return shapes.map(({ title, type = 'string' }) => knownText(`scenario-type-${title ?? [type].flat()[0]}`, texts) ?? type).join(' | ');
}

/** The merge patch that a path leads into, and the rest of the path, which is one of the object that is patched. */
export function patchedPath(path: NodePath): NodePath | undefined {
  return path[0] === 'actions' && path[2] === 'patch' ? path.slice(3) : undefined;
}

function entryOf({ owner, name, shapes }: ScenarioPlace, key: string): ScenarioPlace | undefined {
  for (const shape of shapes) {
    const field = shape.properties && Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
    if (field) return { owner: shape.owner, name: key, shapes: shapesOf(field, shape.owner) };
    const { additionalProperties: entry } = shape;
    if (typeof entry === 'object') return { owner, name, shapes: shapesOf(entry, shape.owner) };
  }
  return undefined;
}

function shapesOf(field: ScenarioSchema, owner: string): readonly ScenarioShape[] {
  if (field.$ref !== undefined) {
    const name = field.$ref.slice(field.$ref.lastIndexOf('/') + 1);
    return shapesOf(definitions[name] ?? {}, name);
  }
  if (field.then && field.else) return [...shapesOf(field.else, owner), ...shapesOf(field.then, owner)];
  return [{ ...field, owner }];
}
