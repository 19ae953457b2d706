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
  const named = podReferences(jobOf(object).spec?.template?.spec ?? {});
  if (named.length === 0) return [];
  const home = (namespace: string | undefined) => namespace ?? facts.namespace;
  const here = home(object.metadata?.namespace);
  return file.documents
    .flatMap(({ body }) => objectsIn(body))
    .filter((one) => named.some(({ kind, name }) => kind === one.kind && name === one.name))
    .filter(({ kind, namespace }) => isOfCluster(kind) || home(namespace) === here);
}

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
