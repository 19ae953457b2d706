import { expect, test } from 'vitest';
import { compareVersions, whatToDo } from '../../build/new-version.mjs';

const job = 'io.k8s.api.batch.v1.Job';
const spec = 'io.k8s.api.batch.v1.JobSpec';
const known = {
  versions: ['1.36', '1.37'],
  types: {
    [job]: { properties: { spec: { $ref: spec } } },
    [spec]: {
      properties: {
        completions: { type: 'integer', format: 'int32' },
        suspend: { type: 'boolean' },
        left: { type: 'string', until: '1.36' },
        selector: { type: 'array', items: { type: 'string' } },
      },
    },
  },
};
const described = (fields: object, more: object = {}) => ({
  info: { version: 'v1.38.0' },
  definitions: {
    [job]: { properties: { spec: { $ref: `#/definitions/${spec}` } } },
    [spec]: {
      properties: { completions: { type: 'integer', format: 'int32' }, selector: { type: 'array', items: { type: 'string' } }, ...fields },
    },
    ...more,
  },
});
const nothing = { version: 'v1.38.0', newTypes: [], newFields: [], goneFields: [], changedFields: [] };

test('a version that has the same fields asks for nothing in the schema', () => {
  const changes = compareVersions(known, described({ suspend: { type: 'boolean' } }));
  expect(changes).toEqual(nothing);
  expect(whatToDo(changes)).toContain('No field differs');
});

test('what is new, gone or of another kind is named, new types with all that they hold', () => {
  const changes = compareVersions(
    known,
    described(
      { completions: { type: 'string' }, left: { type: 'string' }, gang: { $ref: '#/definitions/Gang' } },
      { Gang: { properties: { size: { type: 'integer' } } }, Unused: { properties: { a: { type: 'string' } } } },
    ),
  );
  expect(changes).toEqual({
    ...nothing,
    newTypes: ['Gang'],
    newFields: [`${spec}.left`, `${spec}.gang`, 'Gang.size'],
    goneFields: [`${spec}.suspend`],
    changedFields: [`${spec}.completions: integer int32, now string`],
  });
  expect(whatToDo(changes)).toContain('schemas/gates.json');
});
