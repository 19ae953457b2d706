import { podLabels } from '../values/keys.ts';
import { oneOf } from '../values/listed.ts';
import { namespace } from '../values/namespace.ts';
import { toolAnnotation, toolAnnotationNames } from '../values/tool-annotations.ts';
import type { FieldRecords } from './field-record.ts';

/** Filled in by the API server, whatever a manifest says (rest.FillObjectMetaSystemFields, 1.37). */
const bySystem = { setByServer: true } as const;

/** Names and labels, and what looks for them. */
export const objectMeta: FieldRecords<'ObjectMeta'> = {
  creationTimestamp: bySystem,
  deletionGracePeriodSeconds: bySystem,
  deletionTimestamp: bySystem,
  generation: bySystem,
  managedFields: bySystem,
  resourceVersion: bySystem,
  selfLink: bySystem,
  uid: bySystem,
  annotations: {
    keys: () => toolAnnotationNames,
    value: toolAnnotation,
    snippet: '\n  ${1:example.com/note}: ${2:text}$0',
    page: 'concepts/overview/working-with-objects/annotations/',
  },
  generateName: { example: 'generateName: import-', page: 'reference/using-api/api-concepts/#generated-values' },
  labels: {
    keys: () => ['app', 'app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app.kubernetes.io/component', 'app.kubernetes.io/part-of'],
    snippet: '\n  ${1:app}: ${2:name}$0',
    page: 'concepts/overview/working-with-objects/labels/',
  },
  name: { page: 'concepts/overview/working-with-objects/names/', first: true },
  namespace: { value: namespace, page: 'concepts/overview/working-with-objects/namespaces/' },
};

export const labelSelector: FieldRecords<'LabelSelector'> = {
  matchLabels: { keys: podLabels },
};

export const labelSelectorRequirement: FieldRecords<'LabelSelectorRequirement'> = {
  operator: { value: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist') },
};
