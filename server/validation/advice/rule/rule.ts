import { type FieldPath, nodePath } from '../../../kubernetes/finding/field-path.ts';
import type { Place, Related } from '../../../kubernetes/finding/finding.ts';
import type { Remedy } from '../../../kubernetes/finding/remedy.ts';
import type { RulesInForce } from '../../../kubernetes/job-carriers.ts';
import type { ArgumentsIn, Message, SamePlaceholders } from '../../../messages/table/message-table.ts';
import type { Subject } from './subject.ts';

/** What a rule found, before it has a level. */
export interface Advice<Args> {
  readonly path: FieldPath;
  readonly part: Place['part'];
  /** Of what is a part of a value. */
  readonly range?: NonNullable<Place['range']>;
  readonly args: Args;
  readonly related?: readonly Related[];
}

/**
 * Pitfalls surely or probably go wrong, and are shown. Practices are good habits that the thing works without: hints in an
 * editor, and on the command line only what is asked for.
 */
export type Tier = 'pitfall' | 'practice';

/** One rule of our own: all there is to know of it, in a file of its name. */
interface Declaration<C extends string, English extends Message, Korean> {
  /** Its name, which is that of its file and of its page. */
  readonly code: C;
  readonly tier: Tier;
  /** Quiet by default: `warning` only for what will surely fail, or never run or end. */
  readonly level: 'info' | 'warning';
  /** What it finds holds of the value in which it is found, whatever else stands in the object: it is said of templates too. */
  readonly ofValue?: true;
  /**
   * The least that an object of another project, such as a JobSet or a RayJob, must carry for the rule to hold of it. Left out of rules
   * about what such a project decides itself: when its Jobs are removed or resumed, whether they may run for good.
   */
  readonly carriedBy?: RulesInForce;
  /** One line that says what is wrong and what to do. What it is given is what `check` must give. */
  readonly english: English;
  readonly korean: Korean & SamePlaceholders<English, Korean>;
  /** The first place in the object that calls for it, or all of them where each is a mistake of its own. */
  check(subject: Subject): Advice<ArgumentsIn<English>> | readonly Advice<ArgumentsIn<English>>[] | undefined;
  /** What mends it, the best first. */
  remedies?(found: Advice<ArgumentsIn<English>>, subject: Subject): readonly Remedy[];
}

/** A rule as it is asked: what it found comes with its remedies. */
export interface AdviceRule<C extends string = string, English extends Message = Message> {
  readonly code: C;
  readonly tier: Tier;
  readonly level: 'info' | 'warning';
  readonly ofValue: boolean;
  readonly carriedBy: RulesInForce | undefined;
  readonly texts: { readonly en: English; readonly ko: Message };
  find(subject: Subject): readonly (Advice<ArgumentsIn<English>> & { readonly remedies: readonly Remedy[] })[];
}

export function adviceRule<
  const C extends string,
  const English extends Message,
  const Korean extends string | ((args: ArgumentsIn<English>) => string),
>(rule: Declaration<C, English, Korean>): AdviceRule<C, English> {
  const { code, tier, level, ofValue = false, carriedBy, english, korean } = rule;
  return {
    code,
    tier,
    level,
    ofValue,
    carriedBy,
    texts: { en: english, ko: korean },
    find(subject) {
      const found = rule.check(subject);
      if (found === undefined) return nothing;
      return (isList(found) ? found : [found]).map((one) => ({ ...one, remedies: rule.remedies?.(one, subject) ?? [] }));
    },
  };
}

/** What nearly all rules find. */
const nothing: readonly never[] = [];

function isList<Found>(found: Found | readonly Found[]): found is readonly Found[] {
  return Array.isArray(found);
}

/** The page of a rule in `docs/rules`, in Markdown. It is exported beside its rule and never bundled. */
export interface RulePage {
  /** What it finds, in one sentence without its full stop. */
  readonly finds: string;
  /** What comes of it, and how the rule can tell. */
  readonly why: string;
  /** What to do instead, up to the colon before the right example. */
  readonly advice: string;
  /** A manifest of which nothing else is said, with `#  ^^^ code` under the place that is marked. */
  readonly wrong: string;
  /** The same made right: nothing is said of it. */
  readonly right: string;
}

export function atValue<Args>(path: FieldPath, args: NoInfer<Args>, related?: readonly Related[]): Advice<Args> {
  return { path, part: 'value', args, ...(related ? { related } : {}) };
}

export function atKey<Args>(path: FieldPath, args: NoInfer<Args>, related?: readonly Related[]): Advice<Args> {
  return { ...atValue<Args>(path, args, related), part: 'key' };
}

/** Of a field that is missing: shown at the nearest parent that is there. */
export function atParent<Args>(path: FieldPath, args: NoInfer<Args>): Advice<Args> {
  return { path, part: 'parent', args };
}

/** The other field that a piece of advice has to do with. */
export function related(path: FieldPath, name: string): Related {
  return { at: { path: nodePath(path), part: 'key' }, code: 'related-field', args: { field: name } };
}
