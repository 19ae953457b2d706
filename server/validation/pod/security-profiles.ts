import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import type { AppArmorProfile, SeccompProfile } from '../../kubernetes/generated/types.ts';
import { trimSpaces } from '../../kubernetes/values/go-spaces.ts';
import { atMostBytes } from '../common-rules.ts';
import { required, requiredChoice } from './checks/checks.ts';
import { descendingPath } from './checks/file-paths.ts';

const types = ['Localhost', 'RuntimeDefault', 'Unconfined'];

export function validateSeccompProfile(profile: SeccompProfile | undefined, path: FieldPath): Finding[] {
  if (!profile) return [];
  const at = field(path, 'localhostProfile');
  const { type, localhostProfile } = profile;
  const found = requiredChoice(type, field(path, 'type'), types);
  if (type !== 'Localhost') return localhostProfile === undefined ? found : [...found, bad(at, 'Invalid', 'localhost-profile-unused')];
  return [
    ...found,
    ...(localhostProfile === undefined ? [missing(at, 'localhost-profile-missing')] : descendingPath(localhostProfile, at)),
  ];
}

/** As the other, but an unknown type says enough, and the profile is a name of at most 4095 bytes. */
export function validateAppArmorProfile(profile: AppArmorProfile | undefined, path: FieldPath): Finding[] {
  if (!profile) return [];
  const at = field(path, 'localhostProfile');
  const { type, localhostProfile } = profile;
  if (type === 'Localhost')
    return localhostProfile === undefined ? [missing(at, 'localhost-profile-missing')] : profileName(localhostProfile, at);
  const found = requiredChoice(type, field(path, 'type'), types);
  return found.length > 0 || localhostProfile === undefined ? found : [bad(at, 'Invalid', 'localhost-profile-unused')];
}

function profileName(name: string, path: FieldPath): Finding[] {
  const found =
    trimSpaces(name) === name ? required(name, path) : [bad(path, 'Invalid', 'localhost-profile-blanks', { args: { value: name } })];
  return [...found, ...atMostBytes(name, 4095, path)];
}
