import type { VersionRange } from './version-range.ts';
import { type KubernetesVersion, kubernetesVersions, minorOf } from './versions.ts';

/**
 * The versions of Kubernetes that a chart's `kubeVersion` allows, such as `>=1.29.0-0 <1.36`, the oldest first: those of which some release
 * satisfies it as Helm reads it (Masterminds/semver 3.3, `constraints.go`). Undefined where it cannot be read or allows none that is known.
 */
export function versionsAllowed(constraint: string): VersionRange | undefined {
  const [oldest, ...newer] = kubernetesVersions.filter((version) => releaseAllowed(constraint, version) !== undefined);
  return oldest === undefined ? undefined : [oldest, ...newer];
}

/** The first release of a version that a constraint allows, as `1.33.0`. */
export function releaseAllowed(constraint: string, version: KubernetesVersion): string | undefined {
  const either = readConstraint(constraint);
  const patches = [0, ...patchesIn(constraint).flatMap((patch) => [patch, patch + 1])].sort((a, b) => a - b);
  const allowed = patches.find((patch) => either?.some((all) => all.every((one) => isSatisfied(one, [1, minorOf(version), patch]))));
  return allowed === undefined ? undefined : `${version}.${allowed}`;
}

/** Major, minor and patch. */
type Release = readonly [number, number, number];

/** One comparison; `given` says how many of the three numbers are written, the others are 0. */
interface Comparison {
  readonly operator: string;
  readonly release: Release;
  readonly given: 0 | 1 | 2 | 3;
  readonly isPrerelease: boolean;
}

/** Nobody writes a longer one. */
const longest = 500;

/** Between `||`, then those that hold together; undefined where it cannot be read. */
function readConstraint(text: string): readonly (readonly Comparison[])[] | undefined {
  if (text.length > longest) return undefined;
  const either = text.replaceAll(hyphened, ' >=$<from>, <=$<to> ').split('||');
  if (!either.every((one) => whole.test(one))) return undefined;
  return either.map((one) => [...one.matchAll(single)].map(({ groups = {} }) => comparison(groups)));
}

const number = '[0-9]+|[xX*]';
const version = `v?(?:${number})(?:\\.(?:${number}))?(?:\\.(?:${number}))?(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?`;
const operators = '!=|>=|=>|<=|=<|~>|[=><~^]';
const hyphened = new RegExp(`(?<from>${version})\\s+-\\s+(?<to>${version})`, 'g');
const whole = new RegExp(`^\\s*(?:${operators})?\\s*${version}\\s*(?:(?:\\s|,\\s*)(?:${operators})?\\s*${version}\\s*)*$`);
const single = new RegExp(
  `(?<operator>${operators})?\\s*v?(?<major>${number})(?:\\.(?<minor>${number}))?(?:\\.(?<patch>${number}))?(?<pre>-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?`,
  'g',
);

function comparison({ operator = '', major = '', minor = '', patch = '', pre }: Readonly<Record<string, string | undefined>>): Comparison {
  const open = [major, minor, patch].findIndex((one) => !/^\d+$/.test(one));
  const given = open === 0 || open === 1 || open === 2 ? open : 3;
  const at = (place: number, text: string) => (place < given ? Number(text) : 0);
  return { operator, release: [at(0, major), at(1, minor), at(2, patch)], given, isPrerelease: pre !== undefined };
}

function patchesIn(text: string): readonly number[] {
  return [...text.matchAll(/\.\d+\.(\d+)/g)].map(([, patch]) => Number(patch));
}

/** The release is none before a release (no `-rc.1`), so what is written behind a hyphen only makes it come after. */
function isSatisfied({ operator, release, given, isPrerelease }: Comparison, asked: Release): boolean {
  const order = compared(asked, release) || Number(isPrerelease);
  const isWithin = (places: number) => asked.slice(0, places).every((one, at) => one === release[at]);
  switch (operator) {
    case '>':
      return given === 3 ? order > 0 : order > 0 && !isWithin(given);
    case '>=':
    case '=>':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
    case '=<':
      return given === 3 ? order <= 0 : order <= 0 || isWithin(given);
    case '!=':
      return given === 3 ? order !== 0 : !isWithin(given);
    case '~':
    case '~>':
      return order >= 0 && isWithin(Math.min(given, 2));
    case '^':
      return order >= 0 && isWithin(1);
    default:
      return given === 3 ? order === 0 : order >= 0 && isWithin(given);
  }
}

/** Below 0 where the first comes before the second. */
function compared(one: Release, other: Release): number {
  return one.map((number, at) => number - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
