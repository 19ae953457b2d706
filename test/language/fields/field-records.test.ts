import { describe, expect, test } from 'vitest';
import { decode } from '../../../server/kubernetes/decoding/decode.ts';
import { fieldsOf } from '../../../server/kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../../server/kubernetes/fields/places.ts';
import type { JobKind } from '../../../server/kubernetes/kinds.ts';
import { withoutTabStops } from '../../../server/language/completion/offers/snippets.ts';
import { recordOf } from '../../../server/language/fields/field-records.ts';
import type { FieldRecord } from '../../../server/language/fields/records/field-record.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { type NodePath, valueAt, withValueAt } from '../../../server/plain/node-path.ts';
import { waysToTypes } from '../../kubernetes/ways-to-types.ts';

interface Recorded {
  readonly key: string;
  readonly kind: JobKind;
  /** Of the object that has the field. */
  readonly way: NodePath;
  readonly name: string;
  readonly record: FieldRecord;
}

/** Every field that has a record, in a Job or else in a CronJob. */
function recorded(kind: JobKind): readonly Recorded[] {
  return [...waysToTypes(kind)].flatMap(([owner, way]) => {
    const place = knownPlace(kind, way);
    const names = Object.keys((place && fieldsOf(place.field)) ?? {});
    return names.map((name) => ({ key: `${owner}.${name}`, kind, way, name, record: recordOf({ owner, name }) }));
  });
}

const fields = [...new Map([...recorded('CronJob'), ...recorded('Job')].map((one) => [one.key, one])).values()];

/** What decoding says of YAML that stands in an object at a path, and that it is there at all. */
function faultsOf({ kind, way, name }: Recorded, yaml: string): readonly string[] {
  const [document] = parseManifests(yaml).documents;
  const object = document?.body.value;
  const problems = document?.body.problems.map(({ kind: fault }) => fault) ?? ['nothing'];
  const { findings } = decodeAny(kind, withValueAt(undefined, way, object));
  const isThere = valueAt(object, [name]) !== undefined;
  return [...problems, ...findings.map(({ path, reason }) => `${reason} ${path}`), ...(isThere ? [] : [`no ${name}`])];
}

function decodeAny(kind: JobKind, value: unknown) {
  return kind === 'Job' ? decode('Job', value, '1.37') : decode('CronJob', value, '1.37');
}

describe('what the records show can be written', () => {
  test('each example, in the object that has the field', () => {
    const withExample = fields.filter(({ record }) => record.example !== undefined);
    expect(withExample.length).toBeGreaterThan(50);
    // What an example leaves to the reader is nothing to read.
    const faults = withExample.map((one) => [one.key, faultsOf(one, (one.record.example ?? '').replaceAll(' …', ''))]);
    expect(faults.filter(([, found]) => found?.length)).toEqual([]);
  });

  test('each snippet, behind its key', () => {
    const withSnippet = fields.filter(({ record }) => record.snippet !== undefined);
    expect(withSnippet.length).toBeGreaterThan(30);
    const faults = withSnippet.map((one) => [one.key, faultsOf(one, `${one.name}:${withoutTabStops(one.record.snippet ?? '')}`)]);
    expect(faults.filter(([, found]) => found?.length)).toEqual([]);
  });

  test('what a fix puts in', () => {
    const withInitial = fields.filter(({ record }) => record.initial !== undefined);
    expect(withInitial.length).toBeGreaterThan(10);
    const faults = withInitial.map((one) => [one.key, faultsOf(one, JSON.stringify({ [one.name]: one.record.initial }))]);
    expect(faults.filter(([, found]) => found?.length)).toEqual([]);
  });
});
