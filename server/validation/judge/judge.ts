import { type DecodedAs, decodeAs } from '../../kubernetes/decoding/decode.ts';
import { type ObjectSource, objectsOf, unreadObject } from '../../kubernetes/decoding/objects-in-document.ts';
import { claimsToBeOurs, mayHoldOurs } from '../../kubernetes/fields/kind-in-text.ts';
import { hasCode, mostFindings } from '../../kubernetes/finding/finding.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import { startsWith } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import type { TakenByFlux } from '../../plain/taken-by-flux.ts';
import { advise } from '../advice/index.ts';
import type { AdviceContext } from '../advice/rule/subject.ts';
import { boundOfExplaining, type Explanation, explain, followsFromKind } from '../causes/explain.ts';
import { wrongKind } from '../causes/wrong-kind.ts';
import { validateWritten } from '../job/validate.ts';
import { asWritten } from './as-written.ts';
import type { JudgedDocument } from './judged-document.ts';
import { inDocument, type JudgedFinding } from './judged-finding.ts';
import type { JudgedObject, JudgeSettings } from './judged-object.ts';
import { onceOfLikeNamed } from './like-named.ts';
import { inWhole, literalFinding } from './literals.ts';
import { duplicateKey, notRead, type SyntaxFault, templateNote, unreadable } from './syntax-findings.ts';
import {
  adviceOnce,
  concernsTheRest,
  followsFromPruning,
  isFilledInLater,
  isOfFilling,
  isSaidOfKind,
  isSettled,
  standsOnFault,
  withoutRepetition,
} from './unsaid.ts';
import { withinBound } from './within-bound.ts';

/** Judges a document as the API server would, with our advice; nothing for what is none of ours. */
export function judge(document: JudgedDocument, settings: JudgeSettings): readonly JudgedObject[] {
  return [...judgeEach(document, settings)];
}

/** As `judge`, each object when it is asked for: a List may hold more of them than need be known at once. */
export function* judgeEach(document: JudgedDocument, settings: JudgeSettings): Generator<JudgedObject> {
  if (document.text !== undefined && !mayHoldOurs(document.text)) return;
  if (isBroken(document)) yield* judgeBroken(document, settings);
  else yield* judgeSources(sourcesOf(document), document, saysPatch(document) ? { ...settings, partial: true } : settings);
}

/** What is ours in a document; where nothing is that is read, what claims to be ours behind it. */
function sourcesOf({ value, text = '', problems = [] }: JudgedDocument): readonly ObjectSource[] {
  const found = objectsOf(value);
  const isClaimed = () =>
    problems.some(({ kind, range }) => kind === 'unread' && claimsToBeOurs(text.slice(range.start).replaceAll('\u0085', '\n')));
  return found.length > 0 || !isClaimed() ? found : [unreadObject(value)];
}

function* judgeSources(sources: readonly ObjectSource[], document: JudgedDocument, settings: JudgeSettings): Generator<JudgedObject> {
  const once = adviceOnce<JudgedObject>();
  for (const source of sources) yield once(judgeNamed(source, document, settings));
}

/** Whether a document says by itself that it is a patch: `$patch` is kustomize's own word, and never sent to the server. */
function saysPatch({ text, value }: JudgedDocument): boolean {
  return text?.includes('$patch') === true && holdsKey(value, '$patch');
}

function holdsKey(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.some((one) => holdsKey(one, key));
  return isRecord(value) && (Object.hasOwn(value, key) || Object.values(value).some((one) => holdsKey(one, key)));
}

/**
 * What keeps kubectl from reading the file, in a document that is none of ours: asked where others of the file are. Nothing
 * where the document was judged already.
 */
export function judgeSeparator({ problems = [] }: JudgedDocument): readonly JudgedObject[] {
  const faults = problems.filter(({ code }) => code === 'yaml-behind-separator' || code === 'yaml-separator-misread').map(unreadable);
  return faults.length > 0 ? [{ kind: null, name: null, at: [], findings: faults }] : [];
}

/** Whether a document is no YAML or JSON as it stands, so that nothing is known of its objects. */
export function isBroken({ problems = [] }: Pick<JudgedDocument, 'problems'>): boolean {
  return problems.some(breaks);
}

function breaks({ kind }: SyntaxFault): boolean {
  return kind === 'not-yaml' || kind === 'unreadable';
}

/**
 * The server reads nothing of a document that it cannot parse. Its faults of syntax are told first; then what can be read of the
 * rest is judged, as a patch where lines were left out: what is missing may stand in them. On the lines of a fault nothing else is said.
 */
function judgeBroken(document: JudgedDocument, settings: JudgeSettings): readonly JudgedObject[] {
  const { reading = 'none', problems = [], text = '' } = document;
  const [source, ...more] = objectsOf(document.value);
  if (!source && (!claimsToBeOurs(text) || isOfAnotherKind(document))) return [];
  const first = { kind: source?.kind ?? null, name: source?.name ?? null, at: [] };
  if (document.templated) return [{ ...first, findings: [templateNote, ...judgeLiterals(document, settings)] }];
  const faults = problems.filter(breaks).map(unreadable);
  if (reading === 'none' || !source) return [{ ...first, findings: faults.slice(0, 1) }];
  const rest = reading === 'partial' ? { ...settings, partial: true } : settings;
  const [judged = { ...first, findings: [] }, ...others] = judgeSources([source, ...more], document, rest);
  const isKnown = ({ reason }: JudgedFinding) => reading === 'whole' || reason !== 'NoKind';
  const apart = (one: JudgedObject) => one.findings.filter((finding) => isKnown(finding) && !standsOnFault(finding, document));
  return [{ ...judged, findings: [...faults, ...apart(judged)] }, ...others.map((one) => ({ ...one, findings: apart(one) }))];
}

/** What holds of a template whatever its actions write: in each branch of its conditions, once. */
function judgeLiterals(document: JudgedDocument, settings: JudgeSettings): readonly JudgedFinding[] {
  const found = (document.branches ?? []).flatMap((branch) =>
    objectsOf(branch.value)
      .flatMap((source) => judgeObject(source, { ...branch, templated: true }, { ...settings, partial: true, causes: 'off' }).findings)
      .flatMap((finding) => literalFinding(finding, branch) ?? []),
  );
  return withoutRepetition(found.map((finding) => inWhole(finding, document)));
}

/** Whether what can be read says that it is something else, whatever stands in its texts. */
function isOfAnotherKind({ value, reading, templated }: JudgedDocument): boolean {
  return reading !== 'none' && !templated && isRecord(value) && typeof value['kind'] === 'string';
}

const judgeNamed = onceOfLikeNamed(judgeObject);

function judgeObject(source: ObjectSource, document: JudgedDocument, asked: JudgeSettings): JudgedObject {
  const { kind, name, at, item, value } = source;
  const settings = { ...asked, takenByFlux: takenFrom(source, document) };
  const judged = { kind: kind ?? null, name, at, ...(item === undefined ? {} : { item }) };
  const around = foundAround(source, document);
  const isLater = (finding: JudgedFinding) => !isOfFilling(finding) && isFilledInLater(finding, document, settings.placeholders);
  if (!kind) {
    const placed = around.map((finding) => inDocument(finding, at));
    const findings = placed.filter((finding) => !isLater(finding));
    return { ...judged, findings, ...(findings.length < placed.length ? { filledInLater: true } : {}) };
  }
  const decoded = decodeAs(kind, value, settings.version);
  const ofKind = (one: JobKind, other: PlainRecord) =>
    ofItsOwn(withinBound(foundInside(decodeAs(one, other, settings.version), source, settings)), other, settings);
  const { meant, finding: misnamed } = (around.length === 0 && wrongKind(kind, value)) || {};
  const found = [
    ...(misnamed ? [misnamed] : []),
    ...ofItsOwn(withoutRepetition(withinBound([...around, ...foundInside(decoded, source, settings)])), value, settings),
  ];
  const subject = { kind, value, version: settings.version };
  const again = (other: PlainRecord) => [...foundAround(sourceWith(source, other), document), ...ofKind(kind, other)];
  const known = () => (meant ? followsFromKind(found, ofKind(meant, value)) : explain(found, subject, again));
  const explanations = settings.causes === 'off' ? [] : known();
  const bound = explanations.length > 0 && !meant ? boundOfExplaining(found, explanations) : undefined;
  const placed = [...found, ...(bound ? [bound] : [])].map((one, index) => {
    const { cause } = explanations[index] ?? {};
    return { finding: asWritten(inDocument(withExplanation(one, explanations[index]), at), document, { kind, at }), cause };
  });
  return {
    ...judged,
    object: decoded.object,
    findings: placed.flatMap(({ finding }) => (isLater(finding) ? [] : [finding])),
    causes: new Map(
      placed.flatMap(({ finding, cause }) => {
        const followed = cause === undefined ? undefined : placed[cause]?.finding;
        return followed && !isLater(followed) ? [[finding, followed]] : [];
      }),
    ),
    ...(placed.some(({ finding }) => finding.severity === 'error' && isLater(finding)) ? { filledInLater: true } : {}),
  };
}

/** What Flux takes out of an object's texts. */
function takenFrom({ at }: ObjectSource, { takenByFlux = [] }: JudgedDocument): readonly TakenByFlux[] {
  return takenByFlux.filter(({ path }) => startsWith(path, at)).map((one) => ({ ...one, path: one.path.slice(at.length) }));
}

/** An object with another value; what is wrong with its API and kind is asked anew where it is the whole document. */
function sourceWith(source: ObjectSource, value: PlainRecord): ObjectSource {
  return { ...source, value, findings: source.at.length === 0 ? (objectsOf(value)[0]?.findings ?? []) : source.findings };
}

/** With what was meant, and where an unknown field belongs. */
function withExplanation(finding: JudgedFinding, { remedies, belongs, nearest }: Explanation = {}): JudgedFinding {
  const mended = remedies ? { ...finding, remedies } : finding;
  if (!nearest || !hasCode(mended, 'unknown-field')) return mended;
  return { ...mended, args: { field: mended.args.field, nearest, ...(belongs === undefined ? {} : { belongs }) } };
}

/** Of a patch only what it says itself. */
function ofItsOwn(findings: readonly JudgedFinding[], value: unknown, { partial }: JudgeSettings): readonly JudgedFinding[] {
  return partial ? findings.filter((finding) => !concernsTheRest(finding, value)) : findings;
}

/** What is wrong before an object is decoded: what is not read of its document, its kind, its keys that stand there twice. */
function foundAround({ at, findings }: ObjectSource, { problems = [] }: JudgedDocument): readonly JudgedFinding[] {
  const unread = problems.filter(({ kind }) => kind === 'unread' && at.length === 0);
  const duplicates = problems.filter(({ kind, path }) => kind === 'duplicate-key' && startsWith(path, at));
  return [...unread.map(notRead), ...findings, ...duplicates.map((problem) => duplicateKey(problem, at))];
}

/** What is wrong with its shape, then what rules and advice say of its values, then notes on what its version leaves unread. */
function foundInside(
  decoded: DecodedAs,
  source: ObjectSource,
  { version, advice, ...settings }: JudgeSettings & AdviceContext,
): readonly JudgedFinding[] {
  // What is found behind so many errors would not be told.
  if (decoded.findings.length > mostFindings) return decoded.findings;
  const isOfPruned = followsFromPruning(decoded.pruned);
  const all = validateWritten(decoded, version);
  const rules = all.filter((finding) => !isOfPruned(finding));
  const isAdvised = advice !== 'off' && rules.length <= mostFindings;
  const advised = isAdvised ? advise(decoded, { version, ...settings }, advice).filter((finding) => !isOfPruned(finding)) : [];
  return [
    ...decoded.findings.filter((finding) => !isSaidOfKind(finding, source.findings)),
    ...rules,
    ...advised,
    ...decoded.gated.filter((note) => !isSettled(note, all)),
  ];
}
