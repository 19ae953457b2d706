// Compiles a JSON Schema into plain code, so that nothing is evaluated at run time.
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

/** An ES module that exports `validate(value)`, whose `errors` tell everything that is wrong; it needs nothing of ajv when it runs. */
export function compileSchema(schema) {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, code: { source: true, esm: true, lines: true } });
  return standaloneCode(ajv, ajv.compile(schema)).replace(/^export default .*\n/m, '');
}

/** The type declarations to stand beside it. */
export const schemaValidatorTypes = `export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The part of the schema that the value does not meet. */
  readonly parentSchema: { readonly title?: string; readonly properties?: Readonly<Record<string, unknown>> };
}
export declare const validate: { (value: unknown): boolean; errors?: readonly SchemaError[] | null };
`;
