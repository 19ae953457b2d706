import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { type ExistingObject, existingObjectIn, existingObjectPattern } from '../../kubernetes/references/existing-object.ts';
import { podReferences } from '../../kubernetes/references/pod-references.ts';
import type { ManifestBody } from '../../manifest/document.ts';
import { oncePer } from '../../plain/once-per.ts';
import type { Analysis } from '../analysis.ts';
import { valuesIn } from '../facts/known-facts.ts';

/**
 * The objects of the same file that the pods of a Job name: whoever applies the file makes them as well. One that says to live in
 * another namespace is not meant; where one of both says nothing, it is the namespace that is known for the file.
 */
export function existingObjects(object: Job | CronJob, { file, facts }: Pick<Analysis, 'file' | 'facts'>): readonly ExistingObject[] {
  const named = new Set(podReferences(jobOf(object).spec?.template?.spec ?? {}).map(nameOf));
  if (named.size === 0) return [];
  const home = (namespace: string | undefined) => namespace ?? facts.namespace;
  const here = home(object.metadata?.namespace);
  const existing = objectsByName(file);
  // Few names, and in the order of the file.
  return [...named]
    .flatMap((name) => existing.get(name) ?? [])
    .filter(({ object: { kind, namespace } }) => isOfCluster(kind) || home(namespace) === here)
    .sort((a, b) => a.place - b.place)
    .map((one) => one.object);
}

function nameOf({ kind, name }: Pick<ExistingObject, 'kind' | 'name'>): string {
  return `${kind}/${name}`;
}

interface Placed {
  readonly object: ExistingObject;
  /** In the order of the file. */
  readonly place: number;
}

const objectsByName = oncePer(
  (file: Analysis['file']) => file,
  ({ documents }) => {
    const found = new Map<string, Placed[]>();
    for (const [place, object] of documents.flatMap(({ body }) => objectsIn(body)).entries()) {
      const ofName = found.get(nameOf(object));
      if (ofName) ofName.push({ object, place });
      else found.set(nameOf(object), [{ object, place }]);
    }
    return found;
  },
);

function isOfCluster(kind: ExistingObject['kind']): boolean {
  return kind === 'PriorityClass' || kind === 'RuntimeClass';
}

/** Nobody knows yet what a template will say. */
const objectsIn = oncePer(
  (body: ManifestBody) => body,
  ({ templated, text, value }): readonly ExistingObject[] => {
    if (templated || !existingObjectPattern.test(text)) return [];
    return valuesIn(value).flatMap((one) => existingObjectIn(one) ?? []);
  },
);
