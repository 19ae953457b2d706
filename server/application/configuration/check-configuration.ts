import { codesBelowErrors } from '../../kubernetes/finding/below-errors.ts';
import { type FieldPath, field, item, root } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { readVersionRange } from '../../kubernetes/version-range.ts';
import { kubernetesVersions } from '../../kubernetes/versions.ts';
import type { ManifestBody } from '../../manifest/document.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { isOfVerdict } from '../../messages/render.ts';
import { isRecord } from '../../plain/record.ts';
import { readScenario } from '../../simulator/scenario/scenario-reader.ts';
import { shapeFindings } from '../../simulator/scenario/scenario-shape.ts';
import { adviceRules } from '../../validation/advice/index.ts';
import { inDocument } from '../../validation/judge/judged-finding.ts';
import { locate } from '../locate.ts';
import { settingList } from '../settings/setting-list.ts';
import type { TextFault } from '../text-fault.ts';
import { configurationValue, versionAsWritten } from './configuration.ts';
import { validate } from './generated/configuration-shape.mjs';
import { readIgnoreEntries } from './ignored-rules.ts';

/** What has a level, and what can be ignored. */
const ruleNames: readonly string[] = adviceRules.map(({ code }) => code);
const ignorable: readonly string[] = [...ruleNames, ...codesBelowErrors];

/** What is wrong in a `.kubejob.yaml`, in the order of its text; nothing in an empty one. */
export function checkConfiguration(text: string): readonly TextFault[] {
  const [document] = parseManifests(text).documents;
  if (!document) return [];
  const { start, body } = document;
  const placed = (finding: Finding): TextFault => {
    const range = locate(body, finding.at);
    return { finding, start: start + range.start, end: start + range.end };
  };
  const broken = body.problems.map(({ code, args, range }) =>
    bad(undefined, 'NotYAML', code, { args, at: { path: [], part: 'value', range } }),
  );
  const findings = broken.length > 0 ? broken : findingsIn(body);
  return findings.map(placed).sort((a, b) => a.start - b.start);
}

/** A key without a value (`rules:`) says nothing. */
function findingsIn(body: ManifestBody): readonly Finding[] {
  const value = configurationValue(body);
  if (value === null) return [];
  if (!isRecord(value)) return shapeFindings('configuration', validate, value);
  const said = Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
  const { rules, ignore, scenario } = said;
  return [
    ...shapeFindings('configuration', validate, said),
    ...versionFindings(body),
    ...(isRecord(rules) ? unknownRules(rules) : []),
    ...(Array.isArray(ignore) ? ignore.flatMap(unknownIgnored) : []),
    ...(isRecord(scenario) ? scenarioFindings(scenario) : []),
  ];
}

function versionFindings(body: ManifestBody): readonly Finding[] {
  const { name } = settingList.kubernetesVersion;
  const version = versionAsWritten(body);
  if (version === undefined || readVersionRange(version)) return [];
  return [bad(field(root, name), 'NotSupported', 'configuration-version', { args: { version, versions: kubernetesVersions } })];
}

/** Only rules of our own have levels. */
function unknownRules(rules: Readonly<Record<string, unknown>>): readonly Finding[] {
  return Object.keys(rules).flatMap((name) => {
    if (ruleNames.includes(name)) return [];
    const path = field(field(root, 'rules'), name);
    if (ignorable.includes(name)) return [misplaced(path, 'NotSupported', 'configuration-no-level', { args: { name } })];
    return [wrongName(name, path, ruleNames, misplaced)];
  });
}

/** Whatever is told below an error can be ignored. */
function unknownIgnored(entry: unknown, at: number): readonly Finding[] {
  const path = item(field(root, 'ignore'), at);
  if (typeof entry === 'string') return unknownName(entry, path);
  if (!isRecord(entry)) return [];
  if (readIgnoreEntries([entry]).length === 0) return [bad(path, 'Required', 'configuration-ignores-nothing')];
  const { rule } = entry;
  if (typeof rule === 'string') return unknownName(rule, field(path, 'rule'));
  return Array.isArray(rule)
    ? rule.flatMap((one, place) => (typeof one === 'string' ? unknownName(one, item(field(path, 'rule'), place)) : []))
    : [];
}

function unknownName(name: string, path: FieldPath): readonly Finding[] {
  return ignorable.includes(name) ? [] : [wrongName(name, path, ignorable, bad)];
}

/** Of a name that is none of `names`: that nothing silences an error, or else which of them is near. */
function wrongName(name: string, path: FieldPath, names: readonly string[], found: typeof bad | typeof misplaced): Finding {
  return isOfVerdict(name)
    ? found(path, 'NotSupported', 'configuration-error-stays', { args: { name } })
    : found(path, 'NotFound', 'configuration-no-rule', { args: { name, nearest: nearestNames(name, names)[0] ?? '' } });
}

function scenarioFindings(scenario: Readonly<Record<string, unknown>>): readonly Finding[] {
  const reading = readScenario(scenario);
  if ('scenario' in reading) return [];
  return reading.findings.map((finding) => ({ ...finding, at: inDocument(finding, ['scenario']).at }));
}
