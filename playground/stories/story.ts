import type { Language } from '../language.ts';
import { partOf } from '../server/worker-of.ts';

/** A text with what there is to see in it. */
export interface Story {
  readonly title: Readonly<Record<Language, string>>;
  readonly look: Readonly<Record<Language, string>>;
  readonly manifest: string;
  readonly scenario: string;
}

/** Those that the page brings along, in the order of the tour. */
export function readStories(): readonly Story[] {
  return JSON.parse(partOf('stories'));
}
