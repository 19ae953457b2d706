import type { MessageTable } from '../../table/message-table.ts';
import { among } from './choices.ts';

/** Containers: their names, images, variables, ports, handlers, probes and mounts. */
export const containers = {
  'container-name-twice': (args: { value: string }) =>
    args.value === ''
      ? 'Another container has no name either: give each its own.'
      : `Another container is called "${args.value}": give each its own name.`,
  'image-blanks': '"{value}" begins or ends with blanks: remove them.',
  'init-container-field': '{field} is for containers that stay: remove it, or make this a sidecar with restartPolicy: Always.',
  'ephemeral-container-field': 'An ephemeral container cannot have {field}: remove it.',
  'ephemeral-containers-template': 'A pod template cannot have ephemeral containers: they are added to running pods, with kubectl debug.',
  'target-container-unknown': 'No container is called "{value}".',
  'container-restart-policy': 'In this version of Kubernetes only init containers can have a restart policy of their own: remove it.',
  'restart-rules-policy-missing': 'Set restartPolicy: it says what happens when no rule applies.',
  'restart-rules-sidecar': 'In this version of Kubernetes a sidecar cannot have restart rules: remove them.',
  'resize-policy-duplicate': 'There is already a policy for "{value}": keep one.',
  'resize-policy-never': "The pod's restartPolicy is Never, so a resize cannot restart its containers: use NotRequired.",
  'resize-policy-init': 'An init container that runs to its end is not restarted for a resize: use NotRequired.',
  'env-source-missing': 'valueFrom is empty: say where the value comes from, such as secretKeyRef, configMapKeyRef or fieldRef.',
  'env-sources': 'valueFrom names more than one source: keep one.',
  'env-value-and-source': 'A variable has either value or valueFrom: remove one of the two.',
  'env-from-source-missing': 'Say where the variables come from: configMapRef or secretRef.',
  'env-from-sources': 'One entry takes variables from one source: put configMapRef and secretRef into entries of their own.',
  'field-ref': '"{value}" is not a field of a pod that can be used here: use one of {supported}.',
  'field-ref-subscript': '"{value}" cannot be read by key: only metadata.labels and metadata.annotations can.',
  'field-ref-version': 'The field is read as API version "{value}", which pods do not have: use v1, or leave apiVersion out.',
  divisor: '"{value}" cannot be the divisor of {resource}: use one of {supported}.',
  'file-key-volume': 'Files with variables are read from an emptyDir, and the volume "{value}" is none.',
  'port-name-duplicate': 'Another port of this container is called "{value}": give each its own name.',
  'host-port-duplicate': 'Port {value} of the host is taken twice: use another, or leave hostPort out.',
  'related-host-port': 'The same port of the host.',
  'host-port-host-network':
    "On the host's network hostPort must be {containerPort}, as containerPort is; {value} is not. It can be left out.",
  'handler-missing': (args: { field: string }) =>
    `Say what ${args.field} does: ${args.field.endsWith('Probe') ? 'exec, httpGet, tcpSocket or grpc' : 'exec, httpGet or sleep'}.`,
  handlers: 'Only one action is possible, and there is {first} already: remove {other}.',
  'sleep-range': "Sleep from {min} to {max} seconds, within the pod's terminationGracePeriodSeconds; {value} is outside.",
  'sleep-grace-period': "A sleep must fit into the pod's terminationGracePeriodSeconds, which is {max}: raise that first.",
  'probe-success-threshold': 'successThreshold must be 1 here: a liveness or startup probe is satisfied by one success.',
  'probe-grace-period': 'A grace period must be at least 1 second; {value} is not.',
  'probe-grace-period-readiness': 'A readiness probe stops no container: remove terminationGracePeriodSeconds.',
  'mount-volume-unknown': (args: { value: string; supported: readonly string[]; declared?: boolean }) => {
    if (args.declared) return `The volume "${args.value}" is at fault itself: correct it first.`;
    if (args.value === '') return `Name a volume of the pod.${among(args.supported)}`;
    return `No volume is called "${args.value}".${among(args.supported)}`;
  },
  'mount-path-twice': 'Something is mounted at "{value}" already: use another path.',
  'mount-and-device': '"{value}" is in volumeMounts and in volumeDevices: a volume is either mounted or used as a block device.',
  'mount-path-is-device': '"{value}" is the path of a block device in volumeDevices: use another.',
  'device-path-is-mount': '"{value}" is the path of a mount in volumeMounts: use another.',
  'sub-paths': 'Use either subPath or subPathExpr, not both.',
  'propagation-unprivileged': 'Mounts propagate to the host from privileged containers only: use HostToContainer or None.',
  'recursive-read-only-writable': 'recursiveReadOnly needs readOnly: true beside it.',
  'recursive-read-only-propagation': 'recursiveReadOnly allows no mountPropagation but None.',
  'device-twice': 'The volume "{value}" is in this list already.',
  'device-not-claim': 'The volume "{value}" has no block device: use one of a persistentVolumeClaim or an ephemeral volume.',
} as const satisfies MessageTable;
