import { gates } from '../generated/api.ts';
import { atLeast, type KubernetesVersion } from '../versions.ts';
import { shortName } from './api-fields.ts';
import type { KnownPlace } from './places.ts';

/** What a feature gate is from a version on. */
interface Stage {
  readonly since: string;
  /** Alpha, Beta or GA. */
  readonly stage: string;
  /** Whether the gate is on unless somebody turns it off. */
  readonly default: boolean;
}

const stages: Readonly<Record<string, readonly Stage[]>> = gates.gates;

/** The gates of fields, by type and then by field: most types have none. */
const fieldGates = new Map<string, Map<string, readonly string[]>>();
for (const [place, names] of Object.entries<readonly string[]>(gates.fields)) {
  const dot = place.lastIndexOf('.');
  const type = place.slice(0, dot);
  const fields = fieldGates.get(type) ?? new Map();
  fieldGates.set(type, fields.set(place.slice(dot + 1), names));
}

/**
 * The feature gate that a cluster would have to turn on for the field to be read; undefined when none is off. `type` is the
 * full name of the type that has the field.
 */
export function closedGate(type: string, field: string, version: KubernetesVersion): string | undefined {
  return fieldGates
    .get(type)
    ?.get(field)
    ?.find((gate) => stages[gate]?.findLast(({ since }) => atLeast(version, since))?.default === false);
}

const gatesByShortName = new Map([...fieldGates].map(([type, fields]) => [shortName(type), fields]));

/** The version that brought a field, and the one that made it stable; each undefined where neither schema nor gates tell. */
export function historyOf({ owner, name, field }: Pick<KnownPlace, 'owner' | 'name' | 'field'>) {
  const [gate = ''] = gatesByShortName.get(owner)?.get(name) ?? [];
  const known = stages[gate] ?? [];
  return { since: field.since ?? known[0]?.since, stable: known.find(({ stage }) => stage === 'GA')?.since };
}
