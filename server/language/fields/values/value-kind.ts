import type { Analysis, ObjectInText } from '../../../application/analysis.ts';
import type { JobSpec } from '../../../kubernetes/generated/types.ts';
import type { JobKind } from '../../../kubernetes/kinds.ts';
import type { PlainCode } from '../../../messages/en/index.ts';
import type { NodePath } from '../../../plain/node-path.ts';
import type { UserClock } from '../../reading/user-clock.ts';

/** What is known of the values of a field beyond their type: each part serves a feature, and most have few of them. */
export interface ValueKind {
  /** Completion offers them; without, what the schema lists. */
  readonly choices?: (place: PlaceInManifest) => readonly ValueChoice[];
  /** It is a list of such values between commas. */
  readonly isList?: true;
  /** Hovers tell what a value amounts to in its manifest, as Markdown; undefined where there is nothing to tell. */
  readonly meaning?: (value: ValueInManifest) => string | undefined;
  /** Inlay hints tell it in short behind the value. */
  readonly hint?: { readonly setting: 'schedules' | 'durations'; readonly words: (value: unknown, words: Words) => string | undefined };
  /** It names something in the manifest: definition, references and renaming find it. */
  readonly names?: Naming;
  /** Document links lead there. */
  readonly link?: (value: string) => string | undefined;
  /** Semantic tokens colour the signs of what YAML takes for plain text, or each number. */
  readonly colours?: 'signs' | 'numbers';
  /** Defaults are shown as permission bits. */
  readonly octal?: true;
}

/** What a scalar names, and whether it is where that is defined. */
export interface Naming {
  readonly what: 'volume' | 'container' | 'port' | 'claim';
  readonly role: 'definition' | 'reference';
}

export type Words = Pick<Analysis, 'texts' | 'settings'>;

/** A place in a manifest that may be half-typed. */
export interface PlaceInManifest {
  readonly kind: JobKind;
  /** From the root of the object. */
  readonly path: NodePath;
  /** What could be read of the object; undefined while nothing can. */
  readonly object: unknown;
}

export interface ValueChoice {
  readonly value: string;
  /** Written in quotes whatever YAML would allow. */
  readonly quoted?: boolean;
  /** The code of a text that says what it means. */
  readonly detail?: PlainCode;
}

/** A value of an object that could be decoded. */
export interface ValueInManifest {
  readonly analysis: Analysis;
  readonly clock: UserClock;
  readonly object: ObjectInText;
  /** Of the Job, or of the one that a CronJob makes. */
  readonly spec: JobSpec;
  /** From the root of the object. */
  readonly path: NodePath;
  readonly value: unknown;
}
