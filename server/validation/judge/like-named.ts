import type { ObjectSource } from '../../kubernetes/decoding/objects-in-document.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import { dnsLabelProblems } from '../../kubernetes/names/name-problems.ts';
import { oncePer, oncePerText } from '../../plain/once-per.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import type { JudgedDocument } from './judged-document.ts';
import type { JudgedFinding } from './judged-finding.ts';
import type { JudgedObject, JudgeSettings } from './judged-object.ts';

type Judge = (source: ObjectSource, document: JudgedDocument, settings: JudgeSettings) => JudgedObject;

/**
 * The same judge, which is not asked again of an object that differs from one before in nothing but its name. The server asks of a name
 * how it is written, how long it is, and whether labels that stand beside it say the same: of two DNS labels of one length that stand
 * nowhere in their specs it says the same. Where what is said names the name, each is judged.
 */
export function onceOfLikeNamed(judge: Judge): Judge {
  const metBefore = oncePer(
    (spec: object) => spec,
    (): { first?: Met; shared?: Shared } => ({}),
  );
  return (source, document, settings) => {
    const named = standsAlone(document, settings) ? namedIn(source, document) : undefined;
    if (!named) return judge(source, document, settings);
    const met = metBefore(named.spec);
    // Most specs are met but once (`manifest/known-end.ts`): what costs time is done for the second object.
    if (met.first) met.shared ??= sharedWith(met.first);
    const known = met.shared?.judgedAs(named, settings);
    if (known) return withName(known, named);
    const judged = judge(source, document, settings);
    met.first ??= { named, settings, judged };
    met.shared?.keep({ named, settings, judged });
    return judged;
  };
}

/** An object as it was met, and what was said of it. */
interface Met {
  readonly named: Named;
  readonly settings: JudgeSettings;
  readonly judged: JudgedObject;
}

interface Named {
  readonly name: string;
  readonly spec: PlainRecord;
  readonly metadata: PlainRecord;
  readonly apiVersion: string;
  readonly kind: JobKind;
  /** Whether it is known how its values are written: the same words, where it is. */
  readonly isWritten: boolean;
}

/** A whole document's object with a name as most are, and metadata that are nothing but texts; undefined of any other. */
function namedIn({ kind, name, at, item, value }: ObjectSource, { text }: JudgedDocument): Named | undefined {
  const { apiVersion, metadata, spec } = value;
  if (!kind || !name || at.length > 0 || item !== undefined || Object.keys(value).length > 4) return undefined;
  if (typeof apiVersion !== 'string' || !isRecord(metadata) || !isRecord(spec)) return undefined;
  if (metadata['name'] !== name || dnsLabelProblems(name).length > 0 || !Object.values(metadata).every(isOfTexts)) return undefined;
  return { name, spec, metadata, apiVersion, kind, isWritten: text !== undefined };
}

function isOfTexts(value: unknown): boolean {
  return typeof value === 'string' || (isRecord(value) && Object.values(value).every((one) => typeof one === 'string'));
}

/** Whether nothing beside the object decides what is said of it. */
function standsAlone({ problems = [], templated, takenByFlux = [] }: JudgedDocument, { partial, placeholders, claims }: JudgeSettings) {
  return !templated && !partial && !placeholders && problems.length + takenByFlux.length + (claims?.size ?? 0) === 0;
}

/** What is known of a spec that several objects share. */
interface Shared {
  keep(met: Met): void;
  judgedAs(named: Named, settings: JudgeSettings): JudgedObject | undefined;
}

function sharedWith(first: Met): Shared {
  const words = JSON.stringify(first.named.spec, withLargeNumbers);
  const kept = oncePerText(mostKept, (): { judged?: JudgedObject } => ({}));
  const isSaid = ({ name }: Named, { findings }: JudgedObject) => words.includes(name) || findings.some((one) => speaksOf(name, one));
  const shared: Shared = {
    keep({ named, settings, judged }) {
      if (!isSaid(named, judged) && !judged.findings.some(isOfThisText)) kept(wordsOfRest(named, settings)).judged = judged;
    },
    judgedAs: (named, settings) => (words.includes(named.name) ? undefined : kept(wordsOfRest(named, settings)).judged),
  };
  shared.keep(first);
  return shared;
}

/** Of one spec there are few lengths of names and few other metadata, and those that were met last count. */
const mostKept = 20;

/** All that the verdict follows from besides the spec and the letters of the name. */
function wordsOfRest({ name, metadata, apiVersion, kind, isWritten }: Named, { version, advice, causes, now }: JudgeSettings): string {
  return JSON.stringify([version, advice, causes, now, apiVersion, kind, isWritten, { ...metadata, name: name.length }]);
}

/** Whether a finding shows at a stretch of its document, which lies elsewhere in another. */
function isOfThisText({ at, related = [] }: JudgedFinding): boolean {
  return [at, ...related.map((one) => one.at)].some(({ range }) => range !== undefined);
}

/** As of labels that are to say what the name says. */
function speaksOf(name: string, finding: JudgedFinding): boolean {
  return JSON.stringify(finding, withLargeNumbers).includes(name);
}

/** JSON has no numbers that are larger than those of JavaScript. */
function withLargeNumbers(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function withName(judged: JudgedObject, { name }: Named): JudgedObject {
  if (!judged.object) return { ...judged, name };
  return { ...judged, name, object: { ...judged.object, metadata: { ...judged.object.metadata, name } } };
}
