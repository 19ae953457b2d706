// Makes schemas/configuration.schema.json from the list of fields in server/application/configuration: `npm run docs`. A test
// holds that it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { importBundled } from './import-bundled.mjs';

const schemas = join(dirname(fileURLToPath(import.meta.url)), '../schemas');

export async function configurationSchemaText() {
  const { configurationSchema } = await importBundled(
    `export { configurationSchema } from './server/application/configuration/field-list.ts';`,
  );
  const scenario = JSON.parse(readFileSync(join(schemas, 'scenario.schema.json'), 'utf8'));
  return `${JSON.stringify(configurationSchema(scenario), null, 2)}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(schemas, 'configuration.schema.json'), await configurationSchemaText());
