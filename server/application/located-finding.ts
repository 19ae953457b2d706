import type { Range } from 'vscode-languageserver-types';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import type { JudgedFinding } from '../validation/judge/judged-finding.ts';
import type { ObjectInText } from './analysis.ts';
import type { ObjectId } from './object-id.ts';

/** A finding with its place in the text and its words. */
export type LocatedFinding = ObjectFinding | FileFinding;

/** A finding about a Job or CronJob, or about what claims to be one. */
export interface ObjectFinding extends Located {
  readonly object: ObjectInText;
}

/** A fault in a scenario, or in how the file is stored. */
export interface FileFinding extends Located {
  readonly object?: never;
}

interface Located {
  readonly finding: JudgedFinding;
  /** The object, or of a scenario the first that it plays, as far as it stands in the same file. */
  readonly about: ObjectName;
  /** Lines and columns count from 0, in UTF-16 units, the end exclusive. */
  readonly range: Range;
  readonly message: string;
  readonly related: readonly Told[];
  /** What only follows from it: mend this, and they are gone. */
  readonly consequences?: readonly Told[];
  /** Whether it only follows from another finding itself: then it is told with that one, not beside it. */
  readonly isConsequence?: true;
  /** Of a range of versions those in which it is found, the oldest first; absent where it is in all of them. */
  readonly versions?: readonly KubernetesVersion[];
}

/** What is told besides a finding, and where. */
export interface Told {
  readonly range: Range;
  readonly message: string;
}

/** Of findings those that are causes: what people are shown. */
export function causesAmong<T extends Pick<LocatedFinding, 'isConsequence'>>(findings: readonly T[]): readonly T[] {
  return findings.filter(({ isConsequence }) => !isConsequence);
}

/** Where an object stands in its file, and what it is called; null where that cannot be read. */
export interface ObjectName extends ObjectId {
  /** Its own, or that of the object of another project which carries it. */
  readonly kind: string | null;
  readonly name: string | null;
}

export function objectName({ source, judged: { kind, name, item, carrier } }: ObjectInText): ObjectName {
  const named = carrier ? { kind: carrier.kind, name: carrier.name } : { kind, name };
  return { document: source.document.index, ...(item === undefined ? {} : { item }), ...named };
}

/** In the order of the text. */
export function byPosition({ range: { start: a } }: LocatedFinding, { range: { start: b } }: LocatedFinding): number {
  return a.line - b.line || a.character - b.character;
}
