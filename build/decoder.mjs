// Makes the decoder: one JSON Schema for the union of all versions, compiled by ajv to plain code. It judges shape
// alone: JSON types, integer ranges. Null is allowed everywhere; which names a type has is looked up where values are read.
import { _, Ajv } from 'ajv';
import codegen from 'ajv/dist/compile/codegen/index.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

const { not, or } = codegen;
const shortName = (name) => name.slice(name.lastIndexOf('.') + 1);

const integerRanges = { int32: 2n ** 31n, int64: 2n ** 63n };

/** How a keyword of ours looks at a value: the condition under which it is well formed. */
const shapes = {
  int32: (data) => integer(data, 'int32'),
  int64: (data) => integer(data, 'int64'),
  time: (data) => _`typeof ${data} === "string"`,
  quantity: (data) => _`(typeof ${data} === "string" || typeof ${data} === "number" || typeof ${data} === "bigint")`,
  'int-or-string': (data) => or(_`typeof ${data} === "string"`, integer(data, 'int32')),
};

function integer(data, format) {
  const limit = integerRanges[format];
  const [low, high] = [Number(-limit), Number(limit)];
  const number = _`typeof ${data} === "number" && Number.isInteger(${data}) && ${data} >= ${low} && ${data} < ${high}`;
  if (format === 'int32') return number;
  return or(
    number,
    _`typeof ${data} === "bigint" && ${data} >= BigInt("-9223372036854775808") && ${data} <= BigInt("9223372036854775807")`,
  );
}

const shapeKeyword = {
  keyword: 'shape',
  schemaType: 'string',
  error: { message: 'wrong shape', params: ({ schema }) => _`{shape: ${schema}}` },
  code(cxt) {
    const { data, schema } = cxt;
    cxt.fail(_`${data} !== null && ${not(shapes[schema](data))}`);
  },
};

export const decoderTypes = `export interface ShapeError {
  readonly instancePath: string;
}
interface Decoder {
  (value: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}
export declare const job: Decoder;
export declare const cronJob: Decoder;
`;

/** The code of a module with one function per kind; each returns whether a value is well formed and sets `errors`. */
export function decoderCode({ types }) {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: false },
  });
  ajv.addKeyword(shapeKeyword);
  const definitions = Object.fromEntries(Object.entries(types).map(([name, type]) => [shortName(name), typeSchema(shortName(name), type)]));
  ajv.addSchema({ $id: 'api', definitions });
  ajv.addSchema({ $id: 'Job', $ref: 'api#/definitions/Job' });
  ajv.addSchema({ $id: 'CronJob', $ref: 'api#/definitions/CronJob' });
  return withErrorsInOneList(standaloneCode.default(ajv, { job: 'Job', cronJob: 'CronJob' }));
}

/**
 * Of an error its place is enough. What is wrong inside is added to the list, and kept nowhere else: ajv makes a new list for each object, which takes minutes for 50,000
 * wrong ones, and each function keeps the last.
 */
function withErrorsInOneList(code) {
  const places = code.replace(/,schemaPath:"[^"]*",keyword:"\w+",params:\{[^{}]*\}/g, '');
  const added = places.replace(/vErrors === null \? (validate\d+)\.errors : vErrors\.concat\(\1\.errors\)/g, 'addErrors(vErrors, $1)');
  if (added.includes('.concat(') || added.includes('schemaPath:'))
    throw new Error('ajv joins errors in another way: see build/decoder.mjs');
  return `${added}
function addErrors(found, inside) { const more = inside.errors; inside.errors = null; if (found === null) return more; for (const one of more) found.push(one); return found; }
`;
}

function typeSchema(name, type) {
  if (name === 'FieldsV1') return {};
  if (type.shape) return shapeSchema(type.shape);
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(Object.entries(type.properties).map(([name, property]) => [name, propertySchema(property)])),
  };
}

function shapeSchema({ type, format }) {
  if (format === 'date-time') return { shape: 'time' };
  if (format === 'quantity' || format === 'int-or-string') return { shape: format };
  // A struct without fields, so far.
  return { type: [type, 'null'] };
}

function propertySchema(property) {
  if (property.$ref) return { $ref: `api#/definitions/${shortName(property.$ref)}` };
  if (property.type === 'integer') return { shape: property.format };
  if (property.type === 'array') return { type: ['array', 'null'], items: propertySchema(property.items) };
  if (property.type === 'object')
    return {
      type: ['object', 'null'],
      ...(property.additionalProperties ? { additionalProperties: propertySchema(property.additionalProperties) } : {}),
    };
  return { type: [property.type, 'null'] };
}
