// Makes the code that follows from `schemas/`: the TypeScript types of the API's objects, the table of its fields, the
// decoder that ajv compiles, what the scenario's schema says of its fields, and the pages of rules as the command line shows them. Everything goes into folders named `generated`, which git ignores.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileSchema, schemaValidatorTypes } from './compile-schema.mjs';
import { decoderCode, decoderTypes } from './decoder.mjs';
import { fieldDocs } from './field-docs.mjs';
import { fieldTexts } from './scenario-fields.mjs';
import { timeZones } from './time-zones.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const header = '// Made by build/generate.mjs; changes here are lost.\n';

export function generate() {
  const api = JSON.parse(readFileSync(join(home, 'schemas/fields.json'), 'utf8'));
  const gates = JSON.parse(readFileSync(join(home, 'schemas/gates.json'), 'utf8'));
  write('server/kubernetes/generated/types.ts', typeDeclarations(api));
  write(
    'server/kubernetes/generated/api.ts',
    `${header}export const api = ${JSON.stringify(api)};\nexport const gates = ${JSON.stringify(gates)};\n`,
  );
  write('server/kubernetes/generated/decoder.js', header + decoderCode(api));
  write('server/kubernetes/generated/decoder.d.ts', decoderTypes);
  write(
    'server/language/fields/generated/pod-docs.ts',
    `${header}export const podDocs: Readonly<Record<string, string>> = ${JSON.stringify(fieldDocs(api), null, 1)};\n`,
  );
  write(
    'server/kubernetes/generated/time-zones.ts',
    `${header}export const timeZoneData: {
  readonly zones: readonly {
    readonly offset: number;
    readonly changes: readonly number[];
    readonly from?: number;
    readonly rules?: readonly (readonly [number, number, number, number, number])[];
  }[];
  readonly names: Readonly<Record<string, number>>;
} = ${JSON.stringify(timeZones())};\n`,
  );
  const scenario = JSON.parse(readFileSync(join(home, 'schemas/scenario.schema.json'), 'utf8'));
  write('server/simulator/scenario/generated/scenario-shape.mjs', `${header}${compileSchema(scenario)}`);
  write('server/simulator/scenario/generated/scenario-shape.d.mts', `${header}${schemaValidatorTypes}`);
  write('server/messages/en/generated/scenario-fields.ts', `${header}${fieldTexts(scenario, 'scenario')}`);
  const test = JSON.parse(readFileSync(join(home, 'schemas/test.schema.json'), 'utf8'));
  write('server/application/expectations/generated/test-shape.mjs', `${header}${compileSchema(test)}`);
  write('server/application/expectations/generated/test-shape.d.mts', `${header}${schemaValidatorTypes}`);
  write('server/messages/en/generated/test-fields.ts', `${header}${fieldTexts(test, 'tests')}`);
  const configuration = JSON.parse(readFileSync(join(home, 'schemas/configuration.schema.json'), 'utf8'));
  // What is wrong within the scenario is told by who reads scenarios.
  const shape = { ...configuration, properties: { ...configuration.properties, scenario: { type: 'object' } }, definitions: {} };
  write('server/application/configuration/generated/configuration-shape.mjs', `${header}${compileSchema(shape)}`);
  write('server/application/configuration/generated/configuration-shape.d.mts', `${header}${schemaValidatorTypes}`);
  write(
    'server/messages/en/generated/configuration-fields.ts',
    `${header}${fieldTexts(configuration, 'configuration', scenario.definitions)}`,
  );
  write('server/cli/generated/rule-pages.ts', `${header}${rulePageTexts()}`);
}

function write(path, text) {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The pages of docs/rules by the name of their rule, without what is for who edits them. */
function rulePageTexts() {
  const folder = join(home, 'docs/rules');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const page = (name) => readFileSync(join(folder, name), 'utf8').replace(/<!--.*?-->\n\n/s, '');
  const pages = Object.fromEntries(names.sort().map((name) => [name.slice(0, -'.md'.length), page(name)]));
  return `export const rulePages: Readonly<Record<string, string>> = ${JSON.stringify(pages, null, 1)};\n`;
}

const shortName = (name) => name.slice(name.lastIndexOf('.') + 1);

/**
 * One interface per API type. Every field is optional: what is required is a matter of rules, after decoding. Last the types
 * that have fields, by their names, and each field as `Owner.field`.
 */
function typeDeclarations({ types }) {
  const names = Object.keys(types).map(shortName);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new Error(`two API types are called ${twice}`);
  const declarations = Object.entries(types).map(([name, type]) => {
    if (type.shape) return `export type ${shortName(name)} = ${shapeType(type.shape)};\n`;
    const fields = Object.entries(type.properties).map(
      ([field, property]) => `  readonly ${JSON.stringify(field)}?: ${propertyType(property)};\n`,
    );
    return `export interface ${shortName(name)} {\n${fields.join('')}}\n`;
  });
  const withFields = Object.entries(types).filter(([, type]) => !type.shape);
  const byName = withFields.map(([name]) => `  readonly ${shortName(name)}: ${shortName(name)};\n`);
  const fieldKeys = `export type FieldKey = { [Owner in keyof ApiTypes]: \`\${Owner}.\${keyof ApiTypes[Owner] & string}\` }[keyof ApiTypes];\n`;
  return `${header}${declarations.join('')}export interface ApiTypes {\n${byName.join('')}}\n${fieldKeys}`;
}

function shapeType({ type }) {
  if (type === 'object') return 'Readonly<Record<string, unknown>>';
  return [type]
    .flat()
    .map((one) => (one === 'integer' ? 'number' : one))
    .join(' | ');
}

function propertyType(property) {
  if (property.$ref) return shortName(property.$ref);
  if (property.type === 'array') return `readonly ${property.items.$ref ? shortName(property.items.$ref) : scalarType(property.items)}[]`;
  if (property.type === 'object')
    return `Readonly<Record<string, ${property.additionalProperties ? propertyType(property.additionalProperties) : 'unknown'}>>`;
  return scalarType(property);
}

function scalarType({ type }) {
  return type === 'integer' ? 'number' : type;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) generate();
