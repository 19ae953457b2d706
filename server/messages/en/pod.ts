import type { Message, MessageTable } from '../table/message-table.ts';

/** Texts of the rules in `validation/pod/`, by subject; short codes serve many fields, whose name is an argument. */
export const pod: MessageTable = {
  ...shared(),
  ...containers(),
  ...resources(),
  ...security(),
  ...volumes(),
  ...placement(),
  ...wholePod(),
  ...warnings(),
};

function shared(): MessageTable {
  return {
    'field-required': 'Set {field}: it is required here.',
    'value-not-supported': (args) =>
      args['value'] === ''
        ? `Set ${args['field']} to one of ${list(args['supported'])}.`
        : `"${args['value']}" is not supported for ${args['field']}: use one of ${list(args['supported'])}.`,
    'number-range': '{field} must be a number from {min} to {max}; {value} is not.',
    'number-positive': 'Use a number greater than 0; {value} is not.',
    'list-too-long': 'The list has {count} entries; at most {limit} are allowed.',
    'file-mode': 'File permissions go from 0 to 0777 in octal (511 in decimal); {value} is outside.',
    'path-absolute': '"{value}" must be a relative path: remove the "/" at its beginning.',
    'path-relative': '"{value}" must be an absolute path: begin it with "/".',
    'path-parent': '"{value}" may not lead upwards: remove the "..".',
    'path-reserved': '"{value}" may not begin with "..": the kubelet keeps such names for itself.',
    'selector-values-missing': 'The operator {operator} needs at least one value to compare with.',
    'selector-value-one': 'The operator {operator} needs exactly one value here.',
    'selector-values-forbidden': 'The operator {operator} compares with no values: remove them.',
    'selector-operator': operator('In, NotIn, Exists or DoesNotExist'),
  };
}

function containers(): MessageTable {
  return {
    'container-name-twice': (args) =>
      args['value'] === ''
        ? 'Another container has no name either: give each its own.'
        : `Another container is called "${args['value']}": give each its own name.`,
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
    'handler-missing': (args) =>
      `Say what ${args['field']} does: ${String(args['field']).endsWith('Probe') ? 'exec, httpGet, tcpSocket or grpc' : 'exec, httpGet or sleep'}.`,
    handlers: 'Only one action is possible, and there is {first} already: remove {other}.',
    'sleep-range': "Sleep from {min} to {max} seconds, within the pod's terminationGracePeriodSeconds; {value} is outside.",
    'sleep-grace-period': "A sleep must fit into the pod's terminationGracePeriodSeconds, which is {max}: raise that first.",
    'probe-success-threshold': 'successThreshold must be 1 here: a liveness or startup probe is satisfied by one success.',
    'probe-grace-period': 'A grace period must be at least 1 second; {value} is not.',
    'probe-grace-period-readiness': 'A readiness probe stops no container: remove terminationGracePeriodSeconds.',
    'mount-volume-unknown': (args) =>
      args['declared']
        ? `The volume "${args['value']}" is at fault itself: correct it first.`
        : args['value'] === ''
          ? `Name a volume of the pod.${among(args['supported'])}`
          : `No volume is called "${args['value']}".${among(args['supported'])}`,
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
  };
}

function resources(): MessageTable {
  return {
    'quantity-negative': '{name} may not be negative; {value} is.',
    'quantity-whole': '{name} comes in whole numbers only; {value} is none.',
    'resource-unknown': '"{value}" is not a resource: use one of {supported}, or a name with a domain such as nvidia.com/gpu.',
    'resource-not-for-containers': 'A container cannot have "{value}": use cpu, memory, ephemeral-storage or a name with a domain.',
    'resource-extended': '"{value}" cannot be the name of an extended resource: use a name such as nvidia.com/gpu.',
    'resource-limit-missing': 'Set a limit for {name} as well: it must equal the request.',
    'request-above-limit': 'The request for {name} is {value}, above its limit of {limit}: lower the one or raise the other.',
    'request-unlike-limit': 'The request for {name} must equal its limit of {limit}; {value} does not.',
    'related-limit': 'The limit.',
    'huge-pages-alone': 'Huge pages need cpu or memory beside them: add a request or limit for one of these.',
    'huge-pages-size': '{value} is not a whole number of pages of {name}.',
    'resource-claim-duplicate': '"{value}" is claimed here already.',
    'resource-claim-unknown': (args) => `resourceClaims of the pod has no "${args['value']}".${among(args['supported'])}`,
    'pod-resources-claims': 'Claims belong to the containers: remove them here.',
    'pod-request-below-containers': "The pod's request of {value} is less than its containers need at once, {needed}: raise it.",
    'pod-limit-below-containers': "The pod's limit of {value} is less than its containers' limits together, {needed}: raise it.",
    'limit-above-pod-limit': "The limit of {value} is above the pod's own limit for {name}, {limit}: lower it.",
    'claim-name-twice': 'Another claim is called "{value}": give each its own name.',
    'claim-source-missing': 'Say which claim: resourceClaimName or resourceClaimTemplateName.',
    'claim-sources': 'Use either resourceClaimName or resourceClaimTemplateName, not both.',
  };
}

function security(): MessageTable {
  return {
    'proc-mount-host-users': 'procMount: Unmasked needs hostUsers: false in the pod.',
    'privilege-escalation-privileged':
      'A privileged container can always gain privileges: remove allowPrivilegeEscalation: false, or privileged: true.',
    'privilege-escalation-admin':
      'With CAP_SYS_ADMIN a container can always gain privileges: remove the capability, or allowPrivilegeEscalation: false.',
    'localhost-profile-missing': 'Set localhostProfile: the type Localhost needs the name of a profile.',
    'localhost-profile-unused': 'localhostProfile goes with the type Localhost only: remove it, or change the type.',
    'localhost-profile-blanks': '"{value}" begins or ends with blanks: remove them.',
    'sysctl-name': '"{value}" is not the name of a kernel setting: use names such as net.core.somaxconn.',
    'sysctl-twice': '"{value}" is set twice: keep one.',
    'sysctl-host': '"{value}" would change the host, whose namespace the pod shares by {field}: remove one of the two.',
    'host-users': 'A pod with hostUsers: false cannot have {field}: remove one of the two.',
    'process-namespaces': "Use either shareProcessNamespace or hostPID: the host's processes cannot be shared once more.",
    'windows-empty': '{field} may not be empty: remove it or fill it in.',
    'windows-credential-spec-length': 'The credential spec is {length} bytes long; at most 65536 are allowed.',
    'windows-user-name': '"{value}" is not a Windows user: use USER or DOMAIN\\USER.',
    'host-process-differs': 'The pod says hostProcess: {pod}; its containers cannot say otherwise.',
    'host-process-mixed': 'Either all containers of a pod are HostProcess containers or none.',
    'host-process-network': "HostProcess containers need the host's network: set hostNetwork: true.",
    'not-on-windows': 'A Windows pod cannot have {field}: remove it.',
    'not-on-linux': 'A Linux pod cannot have {field}: remove it.',
  };
}

function volumes(): MessageTable {
  return {
    'volume-name-twice': 'Another volume is called "{value}": give each its own name.',
    'volume-sources': 'A volume has one source, and there is {first} already: remove {other}, or make it a volume of its own.',
    'iscsi-name': '"{value}" is not an iSCSI name: use the form iqn.YYYY-MM.domain:name, eui. with 16 or naa. with 32 characters.',
    'iscsi-name-length': 'With an initiatorName the volume\'s name and targetPortal may have 63 bytes together: shorten "{value}".',
    'fc-names-missing': 'Name the target: targetWWNs with a lun, or wwids.',
    'fc-names': 'Use either targetWWNs or wwids, not both.',
    'flex-volume-option': '"{value}" is reserved: options under kubernetes.io and k8s.io belong to Kubernetes.',
    'flocker-dataset-missing': 'Name the dataset: datasetName or datasetUUID.',
    'flocker-datasets': 'Use either datasetName or datasetUUID, not both.',
    'flocker-name': '"{value}" may not contain "/".',
    'quobyte-registry': '"{value}" must be host:port, or several of them with commas between.',
    'quobyte-tenant': '"{value}" is too long: a tenant is a UUID of at most 64 characters.',
    'azure-disk-uri': 'A disk of this kind has a URI that begins with {prefix}; "{value}" does not.',
    'downward-file-source-missing': 'Say what goes into the file: fieldRef or resourceFieldRef.',
    'downward-file-sources': 'A file has either fieldRef or resourceFieldRef: remove one of the two.',
    'projection-sources': 'One entry projects one source: put the others into entries of their own.',
    'projected-path-twice': 'Another file of this volume has the path "{value}": use another.',
    'trust-bundle-source-missing': 'Name the bundle: name or signerName.',
    'trust-bundle-sources': 'Use either name or signerName, not both.',
    'trust-bundle-selector': 'labelSelector chooses among the bundles of a signer: remove it, or use signerName.',
    'trust-bundle-name':
      '"{value}" is not the name of a trust bundle: use lower-case letters, digits, "-" and ".", after the signer\'s name and ":" if it has one.',
    'signer-name': '"{value}" is not a signer: use the form example.com/signer-name.',
    'pod-certificate-paths': 'Say where the certificate goes: credentialBundlePath, or keyPath and certificateChainPath.',
    'user-annotation': '"{value}" must have a domain before it, as in example.com/key.',
    'claim-template-metadata': 'The claim is named after the pod: {field} cannot be set here, only labels and annotations.',
    'access-modes-once-pod': 'ReadWriteOncePod stands alone: remove the other access modes.',
    'storage-not-positive': 'Ask for more storage than 0; {value} is not.',
    'data-source-kind': '"{value}" is no source of data without an apiGroup: use PersistentVolumeClaim, or name the group.',
    'data-source-namespace': 'dataSource cannot stand beside a dataSourceRef with a namespace: remove it.',
    'data-source-differs': 'dataSource and dataSourceRef must name the same object: remove one of them.',
  };
}

function placement(): MessageTable {
  return {
    'node-selector-terms-missing': 'Add at least one term to nodeSelectorTerms.',
    'node-selector-operator': operator('In, NotIn, Exists, DoesNotExist, Gt or Lt'),
    'node-field-operator': operator('In or NotIn'),
    'node-field-key': 'Nodes can be chosen by the field metadata.name only; "{value}" is another.',
    'label-keys-without-selector': 'Add a labelSelector: these keys only narrow one that is there.',
    'label-key-in-selector': 'The selector has the key "{value}" already: remove it here or there.',
    'label-key-both': '"{value}" is in matchLabelKeys and in mismatchLabelKeys: remove it from one of them.',
    'toleration-key-missing': 'Without a key the operator must be Exists, which tolerates every taint.',
    'toleration-seconds-effect': 'tolerationSeconds goes with the effect NoExecute only: change the effect, or remove tolerationSeconds.',
    'toleration-exists-value': 'The operator Exists compares with no value: remove "{value}".',
    'toleration-value': '"{value}" cannot be the value of a taint: use letters, digits, "-", "_" and ".", at most 63.',
    'topology-spread-twice':
      'Another constraint has the same topologyKey {topologyKey} and whenUnsatisfiable {whenUnsatisfiable}: keep one.',
    'min-domains-policy': 'minDomains goes with whenUnsatisfiable: DoNotSchedule only.',
    'scheduling-gate-twice': 'The gate "{value}" is there already.',
  };
}

function wholePod(): MessageTable {
  return {
    'dns-config-missing': 'The policy None leaves the configuration to you: add dnsConfig with nameservers.',
    'dns-nameservers-missing': 'The policy None needs at least one name server.',
    'dns-option-name': 'Give the option a name.',
    'dns-search': '"{value}" is not a search domain: use lower-case letters, digits, "-", "_" and ".".',
    'dns-searches-length': 'The search domains are {length} characters long together; at most {limit} are allowed.',
    'ip-address': '"{value}" is not an IP address, such as 10.9.8.7 or 2001:db8::1.',
    'ip-address-zeros': '"{value}" has zeros in front, which some programs read as octal: use "{canonical}".',
    'ip-address-mapped': '"{value}" is an IPv4 address inside IPv6: use "{canonical}".',
    'hostname-override-fqdn': 'hostnameOverride and setHostnameAsFQDN both set the host name: remove one of the two.',
    'hostname-override-network': "A pod on the host's network has the host's name: remove hostnameOverride.",
    'annotation-mirror': 'This annotation marks pods that a node runs on its own: remove it.',
    'annotation-tolerations': 'The annotation holds no tolerations in JSON: use the field tolerations.',
    'annotation-deletion-cost': '"{value}" must be a whole number of 32 bits, as -100 or 5.',
    'annotation-profile': '"{value}" is not a profile: use runtime/default, unconfined, or localhost/ and a name.',
    'annotation-container-unknown': 'The key ends with the name of a container, and none is called "{value}".',
    'annotation-differs': 'The annotation says otherwise than this field: remove the annotation.',
  };
}

function warnings(): MessageTable {
  return {
    'annotation-unused': '"{value}" does nothing any more: use {replacement}.',
    'annotation-deprecated': '"{value}" is deprecated since Kubernetes 1.30: use {replacement}.',
    'bytes-fractional': (args) =>
      `${args['value']} is no whole number of bytes${String(args['value']).endsWith('m') ? ': "m" means thousandths, did you mean "M" or "Mi"?' : '.'}`,
    'env-hidden': 'This hides the earlier variable "{value}", which kubectl apply may drop: keep one.',
    'grace-period-negative': '{value} is treated as 1: use 0 or more seconds.',
    'host-alias-twice': 'The address "{value}" is in the list already: put its host names together.',
    'image-pull-secret-empty': 'The entry has no name, so it does nothing: name a Secret or remove the entry.',
    'image-pull-secret-twice': 'The Secret "{value}" is in the list already.',
    'ip-address-unusual': '"{value}" is not a usual form of an address: use "{canonical}".',
    'ip-address-canonical': '"{value}" is better written as "{canonical}".',
    'label-selector-null': 'Without a labelSelector this matches no pod at all: add one, {} for all pods.',
    'label-value-unmatchable': '"{value}" cannot be the value of a label, so no node matches it.',
    'node-label-deprecated': (args) =>
      args['replacement']
        ? `The node label "${args['value']}" is deprecated: use "${args['replacement']}".`
        : `The node label "${args['value']}" is out of use: remove it.`,
    'port-host-ip': 'hostIP "{value}" does nothing without hostPort: add one, or remove it.',
    'port-twice': 'Port {value} is listed twice: keep one entry.',
    'port-overlap': 'Port {value} is listed with and without a port of the host: keep one entry.',
    'port-ambiguous': 'Port {value} takes the same port of the host with and without an address: what happens is not defined.',
    'port-name-twice': 'Another container has a port called "{value}": whoever asks for it by name gets the other one.',
    'related-port': 'The other port.',
    'projection-empty': 'The entry projects nothing: name a source or remove it.',
    'volume-deprecated':
      'Volumes of the kind {value} are deprecated since Kubernetes {deprecated}, and do not work since {gone} by default.',
    'volume-paths-overlap': 'The files "{value}" and "{other}" of one volume get in each other\'s way: use paths apart.',
  };
}

function operator(choices: string): Message {
  return (args) =>
    args['value'] === '' ? `An operator is needed: ${choices}.` : `"${args['value']}" is not an operator here: use ${choices}.`;
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => (value === '' ? '""' : String(value))).join(', ') : '';
}

function among(names: unknown): string {
  return Array.isArray(names) && names.length > 0 ? ` There is ${names.map((name) => `"${name}"`).join(', ')}.` : '';
}
