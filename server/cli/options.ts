import { InvalidArgumentError, Option } from 'commander';
import { readVersionRange, type VersionRange } from '../kubernetes/version-range.ts';
import { type KubernetesVersion, kubernetesVersions, newestVersion } from '../kubernetes/versions.ts';
import { readDuration } from '../simulator/scenario/scenario-duration.ts';
import { formats } from './report/formats.ts';

export function formatOption(): Option {
  return new Option('--format <format>', 'how to print').choices(formats).default('text');
}

/** Without a default: a configuration may name the version. */
export function versionOption(): Option {
  return new Option(
    '--kubernetes-version <version>',
    `which Kubernetes, ${kubernetesVersions[0]} to ${newestVersion} (default: .kubejob.yaml's, or "${newestVersion}")`,
  ).argParser(readVersion);
}

/** Without a default: a configuration may name the version. */
export function versionRangeOption(): Option {
  return new Option(
    '--kubernetes-version <version>',
    `which Kubernetes, ${kubernetesVersions[0]} to ${newestVersion}, or a range such as 1.33-1.37, for what any of them refuses (default: .kubejob.yaml's, or "${newestVersion}")`,
  ).argParser(readRange);
}

/** `1.34`, also as `v1.34` or `1.34.2`. */
function readVersion(text: string): KubernetesVersion {
  const [version, ...more] = readRange(text);
  if (more.length > 0) throw new InvalidArgumentError('Name one version.');
  return version;
}

function readRange(text: string): VersionRange {
  const range = readVersionRange(text);
  if (!range) throw new InvalidArgumentError(`Known versions are ${kubernetesVersions.join(', ')}; a range is written as 1.33-1.37.`);
  return range;
}

/** The values of an option that may be given again. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** The same of names, which may also stand behind each other with commas between them. */
export function severalNames(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(',').map((name) => name.trim())];
}

/** What people write as a duration, in seconds; each of these refuses what is none, with what to write. */
export function duration(text: string): number {
  const seconds = readDuration(text);
  if (seconds === undefined) throw new InvalidArgumentError('Write seconds, or a duration such as 90s, 5m, 1h30m.');
  return seconds;
}

export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

/** More would take hours even of the smallest Job, and ever more memory. */
const mostRuns = 1_000_000;

export function runs(text: string): number {
  const number = count(text);
  if (number < 1 || number > mostRuns) throw new InvalidArgumentError(`Write a number from 1 to ${mostRuns}.`);
  return number;
}

export function speed(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value <= 1e9)) throw new InvalidArgumentError('Write a number above 0.');
  return value;
}

export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('Write a number from 0 to 1.');
  return value;
}
