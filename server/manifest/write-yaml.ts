import { stringify } from 'yaml';

/** Values as the documents of one YAML text, such that YAML 1.1 and 1.2 read them alike. */
export function writeYaml(values: readonly unknown[]): string {
  return values.map((value) => stringify(value, { version: '1.1', lineWidth: 0 })).join('---\n');
}
