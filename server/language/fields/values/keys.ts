import { podSpecPath } from '../../../kubernetes/kinds.ts';
import { valueAt } from '../../../plain/node-path.ts';
import type { PlaceInManifest } from './value-kind.ts';

/** The resources that containers ask for and are held to. */
export function resourceNames(): readonly string[] {
  return ['cpu', 'memory', 'ephemeral-storage'];
}

/** The keys of the labels that the pods have, for selectors to look for. */
export function podLabels({ kind, object }: PlaceInManifest): readonly string[] {
  const labels = valueAt(object, [...podSpecPath(kind).slice(0, -1), 'metadata', 'labels']);
  return typeof labels === 'object' && labels !== null ? Object.keys(labels) : [];
}
