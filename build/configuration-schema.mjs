// Makes schemas/configuration.schema.json from the list of fields in server/application/configuration: `npm run docs`. A test
// holds that it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importBundled } from './import-bundled.mjs';

const schemas = join(dirname(fileURLToPath(import.meta.url)), '../schemas');

const { configurationSchema } = await importBundled(
  `export { configurationSchema } from './server/application/configuration/field-list.ts';`,
);
const scenario = JSON.parse(readFileSync(join(schemas, 'scenario.schema.json'), 'utf8'));
writeFileSync(join(schemas, 'configuration.schema.json'), `${JSON.stringify(configurationSchema(scenario), null, 2)}\n`);
