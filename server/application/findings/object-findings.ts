import type { Range } from 'vscode-languageserver-types';
import { readIgnores } from '../../manifest/ignores.ts';
import { onceIn } from '../../plain/once-per.ts';
import { isAdvice, isPractice, type JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { JudgedObject } from '../../validation/judge/judged-object.ts';
import { placeholdersNote } from '../../validation/judge/syntax-findings.ts';
import { isFilledInLater } from '../../validation/judge/unsaid.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { everyRule } from '../configuration/ignored-rules.ts';
import { located, placeIn } from '../located.ts';
import { byPosition, type ObjectFinding, objectName, type Told } from '../located-finding.ts';
import type { Settings } from '../settings/settings.ts';
import { type ExportedObject, exportedObject } from './exported-object.ts';
import { immutableChanges } from './immutable-changes.ts';
import { hasLostIndentation } from './lost-indentation.ts';
import { namespaceVerdict } from './namespace-verdict.ts';
import { withFirstPractices, withPracticesOnce } from './practices.ts';
import { type JudgedAs, shiftedLines, shiftFinding } from './shifted-lines.ts';
import { unseenBlanksFinding } from './unseen-blanks.ts';

/** What is to be said of the Jobs and CronJobs of a file, in the order of the text, consequences among it; found once. */
export const objectFindings = onceIn((analysis: Analysis) => analysis, findingsOfObjects);

/** Those of one object, in the same order. */
export function findingsOf(object: ObjectInText, analysis: Analysis): readonly ObjectFinding[] {
  return findingsByObject(analysis).get(object) ?? [];
}

const findingsByObject = onceIn(
  (analysis: Analysis) => analysis,
  (analysis) => {
    const found = new Map<ObjectInText, ObjectFinding[]>();
    for (const one of objectFindings(analysis)) {
      const ofObject = found.get(one.object);
      if (ofObject) ofObject.push(one);
      else found.set(one.object, [one]);
    }
    return found;
  },
);

function findingsOfObjects(analysis: Analysis): readonly ObjectFinding[] {
  const ignores = readIgnores(analysis.text.getText());
  const isIgnored = (finding: JudgedFinding, { start }: Range) =>
    finding.severity !== 'error' && (isIgnoredAbove(finding, analysis) || ignores.isIgnored(finding.code, start.line));
  const found = [...analysis.objects, ...analysis.carried]
    .flatMap((object) => {
      const about = objectName(object);
      const { findings, causes } = foundIn(object, analysis);
      const placeOf = (finding: JudgedFinding) => {
        const range = placeIn(object, finding);
        return isIgnored(finding, range) ? undefined : range.start;
      };
      const all = [
        ...withFirstPractices(findings, placeOf),
        ...placeholdersIn(object, analysis),
        ...(object.judged.carrier ? [] : [...namespaceVerdict(object, analysis), ...changesOf(object, analysis)]),
      ].map((finding) => located(object, about, finding, analysis));
      return causes?.size ? withConsequences(all, causes) : all;
    })
    .filter(({ finding, range }) => isWanted(finding, analysis) && !isIgnored(finding, range))
    .map((found) => raised(found, analysis.settings))
    .sort(byPosition);
  return withPracticesOnce(found);
}

/** A rule of our own whose findings somebody wants to count as errors. */
function raised(found: ObjectFinding, { rules }: Settings): ObjectFinding {
  const { finding } = found;
  return isAdvice(finding) && rules[finding.code] === 'error' ? { ...found, finding: { ...finding, severity: 'error' } } : found;
}

function isIgnoredAbove({ code }: JudgedFinding, { settings: { ignored } }: Analysis): boolean {
  return ignored.includes(code) || ignored.includes(everyRule);
}

type Found = Pick<JudgedObject, 'findings' | 'causes'>;

/** Of errors that lines in wrong places make. */
const structural = ['NotYAML', 'UnknownField', 'WrongType', 'NoKind'];

/** Where every key lost its indentation, or some lines stand in the wrong column, all else follows from that. */
function foundIn(object: ObjectInText, analysis: Analysis): Found {
  const { source, judged } = object;
  const exported = exportedObject(object, analysis.settings.kubernetesVersion);
  if (exported) return ofExported(exported, judged);
  const isLost = hasLostIndentation(source.document.body, judged);
  const of = (reasons: readonly string[]) => judged.findings.find(({ reason }) => reasons.includes(reason));
  const blanks = unseenBlanksFinding(source.document.body, judged, judgedAs(analysis));
  const cause = blanks && (of(structural) ?? judged.findings.find(({ severity }) => severity === 'error'));
  if (cause) return followedBy({ path: cause.path, reason: cause.reason, severity: 'error', ...blanks }, cause, judged);
  const first = isLost ? of(['NotYAML', 'UnknownField']) : of(structural);
  if (!first) return judged;
  const { path, at, reason, severity } = first;
  if (isLost) return followedBy({ path, at, reason, severity, code: 'lost-indentation', args: {} }, first, judged);
  const shift = shiftOf(object, analysis);
  if (!shift) return judged;
  return followedBy(shift === 'itself' ? first : { path, reason, severity, ...shiftFinding(shift, source.document.body) }, first, judged);
}

/** What the cluster put there is one finding, in the place of the first error that follows from it. */
function ofExported({ finding, consequences }: ExportedObject, { findings, causes = new Map() }: JudgedObject): Found {
  const [first] = consequences;
  const others = findings.filter((one) => one !== first);
  return {
    findings: [finding, ...others],
    causes: new Map([...causes, ...consequences.map((one) => [one, finding] as const)]),
  };
}

/** A finding in the place of one, from which all others follow. */
function followedBy(cause: JudgedFinding, first: JudgedFinding, { findings }: JudgedObject): Found {
  const others = findings.filter((finding) => finding !== first);
  return { findings: [cause, ...others], causes: new Map(others.map((finding) => [finding, cause])) };
}

/** Found once for as long as a document stays as it is. */
function shiftOf({ source, judged }: ObjectInText, analysis: Analysis): ReturnType<typeof shiftedLines> {
  if (judged.at.length > 0) return undefined;
  return shiftIn({ source, judged, analysis });
}

function judgedAs({ settings, partial }: Analysis): JudgedAs {
  return {
    version: settings.kubernetesVersion,
    partial,
    ...(settings.placeholders ? { placeholders: true } : {}),
    ...(settings.variables ? { variables: settings.variables } : {}),
  };
}

const shiftIn = onceIn(
  ({ judged }: Pick<ObjectInText, 'source' | 'judged'> & { readonly analysis: Analysis }) => judged,
  ({ source, judged, analysis }) => shiftedLines(source.document.body, judged, judgedAs(analysis)),
);

/** Each finding with what only follows from it; what follows from one of the others is marked. */
function withConsequences(all: readonly ObjectFinding[], causes: NonNullable<Found['causes']>): readonly ObjectFinding[] {
  const told = new Set(all.map(({ finding }) => finding));
  const following = new Map<JudgedFinding, Told[]>();
  for (const { finding, range, message } of all) {
    const cause = causes.get(finding);
    if (!cause || isPractice(finding)) continue;
    const others = following.get(cause);
    if (others) others.push({ range, message });
    else following.set(cause, [{ range, message }]);
  }
  return all.map((found): ObjectFinding => {
    const cause = causes.get(found.finding);
    if (cause && told.has(cause)) return { ...found, isConsequence: true };
    const consequences = following.get(found.finding);
    return consequences ? { ...found, consequences } : found;
  });
}

/** One note in a file, at the first object in which placeholders hide what would be an error. */
function placeholdersIn(object: ObjectInText, { objects, settings }: Analysis): readonly JudgedFinding[] {
  const isHidden = ({ judged, source }: ObjectInText) => judged.filledInLater === true && !source.document.body.templated;
  return settings.placeholders && objects.find(isHidden) === object ? [placeholdersNote] : [];
}

function changesOf({ judged, source }: ObjectInText, { committed, settings }: Analysis): readonly JudgedFinding[] {
  if (!settings.immutableFields || committed.length === 0) return [];
  return immutableChanges(judged, committed, settings.kubernetesVersion).filter(
    (change) => !isFilledInLater(change, source.document.body, settings.placeholders),
  );
}

function isWanted(finding: JudgedFinding, { settings: { advice } }: Analysis): boolean {
  // That something was left out is said to everybody.
  if (finding.reason !== 'Advice' || finding.code === 'mistakes-unexplained' || finding.code === 'findings-left-out') return true;
  switch (advice) {
    case 'all':
      return true;
    case 'pitfalls':
      return !isPractice(finding);
    case 'warnings':
      return finding.severity === 'warning';
    case 'off':
      return false;
  }
}
