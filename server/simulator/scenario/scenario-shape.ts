import { type FieldPath, field, item, root } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced, missing } from '../../kubernetes/finding/finding.ts';
import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { type SchemaError, validate } from './generated/scenario-shape.mjs';

/** What in a value does not have the shape that `schemas/scenario.schema.json` gives a scenario. */
export function scenarioShapeFindings(value: unknown): readonly Finding[] {
  return shapeFindings('scenario', validate, value);
}

/** The formats of our own files, and what is said of a field that one does not have. */
const unknownField = {
  scenario: 'scenario-unknown-field',
  test: 'test-unknown-field',
  configuration: 'configuration-unknown-field',
} as const;

type Format = keyof typeof unknownField;

/** What in a value does not have the shape that a schema of ours gives it; `what` the file is. */
export function shapeFindings(what: Format, has: typeof validate, value: unknown): readonly Finding[] {
  if (has(value)) return [];
  return (has.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => shapeFinding(what, value, error));
}

function shapeFinding(what: Format, value: unknown, { instancePath, keyword, params, parentSchema }: SchemaError): Finding {
  const path = pointerPath(value, instancePath);
  const name = path ? String(path.segment) : what;
  const parameter = (key: string) => String(params[key]);
  switch (keyword) {
    case 'additionalProperties': {
      const unknown = parameter('additionalProperty');
      const known = Object.keys(parentSchema.properties ?? {});
      return misplaced(field(path, unknown), 'UnknownField', unknownField[what], {
        args: { name: unknown, nearest: nearestNames(unknown, known)[0] ?? '', known },
      });
    }
    case 'required':
      return missing(field(path, parameter('missingProperty')), 'scenario-missing-field', { args: { name: parameter('missingProperty') } });
    case 'pattern':
      return bad(path, 'Invalid', 'scenario-unreadable', { args: { name, expected: parentSchema.title ?? '' } });
    case 'minimum':
    case 'maximum':
      return bad(path, 'Invalid', 'scenario-out-of-range', {
        args: { name, comparison: parameter('comparison'), limit: Number(params['limit']) },
      });
    case 'minItems':
      return bad(path, 'Required', 'scenario-empty-list', { args: { name } });
    case 'enum':
      return bad(path, 'NotSupported', 'scenario-not-allowed', { args: { name, values: stringList(params['allowedValues']) } });
    default:
      return bad(path, 'WrongType', 'scenario-wrong-type', {
        args: { name, expected: parentSchema.title ?? [params['type']].flat().join(' or ') },
      });
  }
}

function stringList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** A JSON pointer as a path; which of its numbers are list positions shows in the value itself. */
function pointerPath(value: unknown, pointer: string): FieldPath | undefined {
  let path = root;
  let at = value;
  for (const raw of pointer.split('/').slice(1)) {
    const segment = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at) && path) {
      path = item(path, Number(segment));
      at = at[Number(segment)];
    } else {
      path = field(path, segment);
      at = typeof at === 'object' && at !== null ? Object.entries(at).find(([name]) => name === segment)?.[1] : undefined;
    }
  }
  return path;
}
