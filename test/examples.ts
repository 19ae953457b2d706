import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the manifests that come with the project. */
export const exampleFolder = join(import.meta.dirname, '../examples');

export function example(name: string): string {
  return readFileSync(join(exampleFolder, name), 'utf8');
}

/** The right ones, their scenarios, and those in `faulty/`. */
export const exampleNames = yamlIn('.').filter((name) => /^[\w-]+\.yaml$/.test(name));
export const scenarioNames = yamlIn('.').filter((name) => name.endsWith('.scenario.yaml'));
export const faultyNames = yamlIn('faulty').map((name) => `faulty/${name}`);

function yamlIn(folder: string): readonly string[] {
  return readdirSync(join(exampleFolder, folder)).filter((name) => name.endsWith('.yaml'));
}
