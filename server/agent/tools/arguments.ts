import { kubernetesVersions, newestVersion } from '../../kubernetes/versions.ts';
import type { PropertySchema } from './tool.ts';

/** No agent sends more than this on purpose, and no answer takes long below it. */
const mostCharacters = 1_000_000;

/** Arguments that several tools take. */
export const manifest: PropertySchema = {
  type: 'string',
  maxLength: mostCharacters,
  description: 'The text of the manifest: YAML or JSON, any number of documents. Not a path.',
};

export const facts: PropertySchema = {
  type: 'string',
  maxLength: mostCharacters,
  description: 'Namespace, LimitRange, ResourceQuota and PriorityClass documents that are in force where the Job lives, as YAML.',
};

export const name: PropertySchema = {
  type: 'string',
  maxLength: 300,
  description: 'Which object, by metadata.name; otherwise the first Job or CronJob.',
};

export const oneVersion: PropertySchema = {
  type: 'string',
  enum: kubernetesVersions,
  description: `The version of Kubernetes; ${newestVersion} where nothing is said.`,
};

export const record: PropertySchema = {
  type: 'string',
  maxLength: 4 * mostCharacters,
  description: 'What `kubectl get jobs,pods,events -n NAMESPACE -o json` printed (YAML as well). Not a path, and not a manifest.',
};
