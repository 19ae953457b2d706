import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { readVersionRange } from '../../kubernetes/version-range.ts';
import { kubernetesVersions, newestVersion } from '../../kubernetes/versions.ts';
import { parseManifests } from '../../manifest/parse.ts';
import type { Texts } from '../../messages/render.ts';
import { isRecord } from '../../plain/record.ts';
import { readIgnoreEntries } from './ignored-rules.ts';

/** What a configuration says that nobody can follow. */
export interface ConfigurationFault {
  readonly message: string;
  /** Counts from 1. */
  readonly line: number;
}

/** The fields that there are. */
const fields: Readonly<Record<string, Field>> = {
  namespace: { takes: isText, otherwise: (name, texts) => texts('configuration-text', { name }) },
  facts: { takes: isText, otherwise: (name, texts) => texts('configuration-text', { name }) },
  placeholders: { takes: (value) => typeof value === 'boolean', otherwise: (name, texts) => texts('configuration-flag', { name }) },
  kubernetesVersion: {
    takes: (_value, written) => written !== undefined && readVersionRange(written) !== undefined,
    otherwise: (name, texts) => texts('configuration-versions', { name, oldest: kubernetesVersions[0], newest: newestVersion }),
  },
  ignore: { takes: isListOfRules, otherwise: (name, texts) => texts('configuration-rules', { name }) },
};

interface Field {
  /** Whether it takes a value, which as a scalar is written so. */
  readonly takes: (value: unknown, written: string | undefined) => boolean;
  readonly otherwise: (name: string, texts: Texts) => string;
}

/** What is wrong with a `.kubejob.yaml`, in the order of its lines; nothing of an empty one. */
export function configurationFaults(text: string, texts: Texts): readonly ConfigurationFault[] {
  const [document] = parseManifests(text).documents;
  if (!document) return [];
  const { body, start } = document;
  const lineAt = (offset: number) => (text.slice(0, start + offset).match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
  const broken = body.problems.map(({ code, args, range }) => ({ message: texts(code, args), line: lineAt(range.start) }));
  if (broken.length > 0) return broken;
  if (body.value === null || body.value === undefined) return [];
  if (!isRecord(body.value)) return [{ message: texts('configuration-no-map'), line: lineAt(body.valueRange([])?.start ?? 0) }];
  return Object.entries(body.value).flatMap(([name, value]) => {
    const line = lineAt(body.keyRange([name])?.start ?? 0);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) {
      const known = Object.keys(fields);
      const args = { name, nearest: nearestNames(name, known)[0] ?? '', known };
      return [{ message: texts('configuration-unknown-field', args), line }];
    }
    const written = body.scalarSource([name])?.text.replace(/^(['"])(.*)\1$/, '$2');
    return value === null || field.takes(value, written) ? [] : [{ message: field.otherwise(name, texts), line }];
  });
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** Each entry says something. */
function isListOfRules(value: unknown): boolean {
  return Array.isArray(value) && readIgnoreEntries(value).length === value.length;
}
