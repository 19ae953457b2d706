import type { Texts } from '../../messages/render.ts';
import { manifestSnippets, type SnippetName, withoutTabStops } from './offers/snippets.ts';

export interface NewManifest {
  /** What it is for, in a few words. */
  readonly label: string;
  readonly text: string;
}

/** Whole manifests to begin with: the API server accepts them, and there is nothing to advise about them. */
export function newManifests(texts: Texts): readonly NewManifest[] {
  return names.map((name) => ({ label: texts(`snippet-${name}`), text: withoutTabStops(manifestSnippets[name]) }));
}

const names: readonly SnippetName[] = [
  'job-one-shot',
  'job-retries',
  'job-fixed-count',
  'job-indexed',
  'job-work-queue',
  'job-pod-failure-policy',
  'job-success-policy',
  'cron-job',
];
