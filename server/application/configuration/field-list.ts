import { severities } from '../../kubernetes/finding/severities.ts';
import { allSettings, type Setting } from '../settings/setting-list.ts';

// Every field of a `.kubejob.yaml` stands here once: its JSON Schema, completion, hovers and checks follow from this list.

/** The part of JSON Schema in which a field says what it takes. */
interface FieldSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly items?: FieldSchema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly additionalProperties?: boolean | FieldSchema;
  readonly $ref?: string;
}

const text: FieldSchema = { type: 'string' };
const texts: FieldSchema = { type: 'array', items: text };
const oneOrMore: FieldSchema = { type: ['string', 'array'], minItems: 1, items: text };

/** What settings of editors mean for everybody; they have the names that they have there. */
const ofSettings: Readonly<Record<string, string>> = {
  kubernetesVersion: 'The version of the cluster, such as 1.34, or a range such as 1.33-1.37 for what any of them refuses.',
  advice: "How much is said beside the API server's verdict: all, pitfalls, warnings (what will surely fail) or off.",
  rules: 'How loud single rules are, by name: off, info, warning or error.',
  placeholders: 'Whether a tool fills in placeholders such as $NAME, __NAME__ and <name>: values with one are then not checked.',
  'helm.valuesFiles': "Files of values that charts are rendered with beside their own, by their paths from the chart's folder.",
};

/** Then what concerns folders alone, and no editor. */
const ofFolders: Readonly<Record<string, FieldSchema>> = {
  failOn: { description: 'The least severity that makes kubejob validate fail: error, warning or info.', type: 'string', enum: severities },
  ignore: {
    description: 'Rules that are not shown: names, or {rule, files} with patterns of files as in a .gitignore.',
    type: 'array',
    items: {
      title: 'ignore',
      type: ['string', 'object'],
      properties: {
        rule: { description: 'The name of a rule, or several; all where there is none.', ...oneOrMore },
        files: { description: 'Patterns of files as in a .gitignore, from this folder; all files where there is none.', ...oneOrMore },
      },
      additionalProperties: false,
    },
  },
  exclude: {
    description: 'Files that are not judged, by patterns as in a .gitignore; kubejob validate judges one that it is given by name.',
    ...texts,
  },
  namespace: { description: 'The namespace of objects that name none.', ...text },
  facts: { description: 'A file that says what is in force in namespaces: Namespace, LimitRange, ResourceQuota.', ...text },
  scenario: {
    description: 'What every simulation assumes, field by field, where the scenario of a manifest says nothing else.',
    $ref: '#/definitions/scenario',
  },
};

/** The schema of each field; that of `helm` is an object with `valuesFiles`. */
export const configurationFields: Readonly<Record<string, FieldSchema>> = {
  ...nested(Object.fromEntries(allSettings.filter(({ inConfiguration }) => inConfiguration).map((one) => [one.name, schemaOf(one)]))),
  ...ofFolders,
};

/** The JSON Schema of a `.kubejob.yaml`; `scenario` is that of scenarios. */
export function configurationSchema({ definitions, ...scenario }: { readonly definitions: object }): object {
  const { type, additionalProperties, properties } = { type: 'object', additionalProperties: false, properties: {}, ...scenario };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Kubejob configuration',
    description: 'How the Jobs and CronJobs in a folder and those below it are judged, in editors and on the command line alike.',
    type: 'object',
    additionalProperties: false,
    properties: configurationFields,
    definitions: { scenario: { type, additionalProperties, properties }, ...definitions },
  };
}

/** A version may be written as a number, and a range is no single choice. */
function schemaOf({ name, choices, byRule, default: value }: Setting<unknown>): FieldSchema {
  const description = ofSettings[name] ?? '';
  if (name === 'kubernetesVersion')
    return { description, title: 'version', type: ['string', 'number'], ...(choices ? { examples: choices } : {}) };
  const one: FieldSchema = choices ? { type: 'string', enum: choices } : { type: typeof value };
  if (byRule) return { description, type: 'object', additionalProperties: one };
  return { description, ...(Array.isArray(value) ? texts : one) };
}

/** `helm.valuesFiles` as a property of an object `helm`. */
function nested(schemas: Readonly<Record<string, FieldSchema>>): Readonly<Record<string, FieldSchema>> {
  const fields: Record<string, FieldSchema> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const [outer = '', inner] = name.split('.');
    const before = fields[outer]?.properties ?? {};
    fields[outer] =
      inner === undefined
        ? schema
        : {
            description: 'How charts are rendered.',
            type: 'object',
            properties: { ...before, [inner]: schema },
            additionalProperties: false,
          };
  }
  return fields;
}
