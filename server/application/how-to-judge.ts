import { claimsToBeOurs } from '../kubernetes/fields/kind-in-text.ts';
import type { ManifestBody } from '../manifest/document.ts';
import { onceIn, oncePer, oncePerText } from '../plain/once-per.ts';
import { type Claims, claimsIn, noClaims } from '../validation/advice/rule/claims.ts';
import { judge } from '../validation/judge/judge.ts';
import { judgeCarried } from '../validation/judge/judge-carried.ts';
import type { JudgedObject, JudgeSettings } from '../validation/judge/judged-object.ts';
import type { Settings } from './settings/settings.ts';

/** What a file says of all its documents. */
export interface OfFile {
  readonly claims: Claims;
  /** Whether it is a patch: what it leaves out stands elsewhere. */
  readonly partial: boolean;
  readonly placeholders: boolean;
}

/** What is said of one document. */
export interface Judges {
  /** Of its objects that are ours, as a patch or whole. */
  readonly judged: (body: ManifestBody, partial: boolean) => readonly JudgedObject[];
  /** Of the Jobs and pods that objects of other projects in it carry. */
  readonly carried: (body: ManifestBody) => readonly JudgedObject[];
}

const day = 86_400_000;

/** `now` in epoch milliseconds; its day counts. Undefined: coming runs of schedules are not looked for. */
export function judgeSettings({ kubernetesVersion, advice, rules }: Settings, now: number | undefined): JudgeSettings {
  return {
    version: kubernetesVersion,
    advice: advice === 'off' ? 'off' : rules,
    ...(now === undefined ? {} : { now: Math.floor(now / day) * day }),
  };
}

/** Settings of rules for the documents of one file. */
export function howToJudge(wanted: JudgeSettings, { claims, partial, placeholders }: OfFile): JudgeSettings {
  return { ...wanted, claims, ...(partial ? { partial: true } : {}), ...(placeholders ? { placeholders: true } : {}) };
}

/** Judges that ask the rules of each document once, for as long as the settings stay the same. */
export function judgesKept(): (wanted: JudgeSettings, ofFile: Omit<OfFile, 'partial'>) => Judges {
  let kept: { readonly wanted: JudgeSettings; readonly judgesOf: ReturnType<typeof judgesAsking> } | undefined;
  return (wanted, { claims, placeholders }) => {
    if (!kept || !isSame(kept.wanted, wanted)) kept = { wanted, judgesOf: judgesAsking(wanted) };
    const { plain, filledIn } = kept.judgesOf(claims);
    return placeholders ? filledIn : plain;
  };
}

/** Those for files that hold certain claims: made once, as nearly all hold none. */
function judgesAsking(wanted: JudgeSettings) {
  // By what a file says of all its documents: the same text may stand in several files.
  const judgedIn = oncePerText(mostKinds, () => new WeakMap<ManifestBody, readonly JudgedObject[]>());
  const once = (of: readonly unknown[], judgeBody: (body: ManifestBody) => readonly JudgedObject[]) => {
    const kind = JSON.stringify(of);
    return (body: ManifestBody) => {
      const known = judgedIn(kind);
      const found = known.get(body) ?? judgeBody(body);
      known.set(body, found);
      return found;
    };
  };
  const judgesOf = (claims: Claims, placeholders: boolean): Judges => {
    const judgedAs = (partial: boolean) => {
      const how = howToJudge(wanted, { claims, partial, placeholders });
      return once([partial, placeholders, ...claims], (body) => judge(body, how));
    };
    const [asPatch, asWhole] = [judgedAs(true), judgedAs(false)];
    return {
      judged: (body, partial) => (partial ? asPatch : asWhole)(body),
      carried: once(['carried', placeholders], (body) => judgeCarried(body, { ...wanted, placeholders })),
    };
  };
  return oncePer(
    (claims: Claims) => claims,
    (claims) => ({ plain: judgesOf(claims, false), filledIn: judgesOf(claims, true) }),
  );
}

/** Few files hold claims, and those that were open last count. */
const mostKinds = 50;

function isSame(one: JudgeSettings, other: JudgeSettings): boolean {
  return one.version === other.version && one.advice === other.advice && one.now === other.now;
}

/** The claims among the documents of a file, for the objects of ours beside them. */
export function claimsOf(bodies: readonly ManifestBody[]): Claims {
  const holding = bodies.filter(mayHoldClaim);
  return holding.length > 0 && bodies.some(({ text }) => claimsToBeOurs(text)) ? claimsAmong(holding) : noClaims;
}

/** Of those that may hold one. */
export function claimsAmong(bodies: readonly ManifestBody[]): Claims {
  return claimsIn(bodies.filter(({ templated }) => !templated).map(({ value }) => value));
}

/** Asked of each document once, and not again at each keystroke in another one. */
const mayHoldClaim = onceIn(
  (body: ManifestBody) => body,
  ({ templated, text }) => !templated && namesClaim(text),
);

/** Whether a claim may stand in a document, by its text. */
export function namesClaim(text: string): boolean {
  return /\bkind["']?\s*:\s*["']?PersistentVolumeClaim\b/.test(text);
}
