import { args, command } from '../values/command.ts';
import { image } from '../values/image.ts';
import { oneOf } from '../values/listed.ts';
import { definitionOf } from '../values/names.ts';
import type { FieldRecords } from './field-record.ts';
import { pages } from './pages.ts';

/** The containers of a pod. */
export const container: FieldRecords<'Container'> = {
  args: {
    goesWith: ['command'],
    value: args,
    snippet: ' ["$1"]$0',
    page: 'tasks/inject-data-application/define-command-argument-container/',
  },
  command: {
    goesWith: ['args'],
    value: command,
    snippet: ' ["${1:sh}", "-c", "${2:echo hello}"]$0',
    example: 'command: ["sh", "-c", "import.sh && report.sh"]',
    page: 'tasks/inject-data-application/define-command-argument-container/',
  },
  env: { snippet: '\n  - name: ${1:NAME}\n    value: ${2:"value"}$0' },
  envFrom: { snippet: '\n  - configMapRef:\n      name: ${1:config}$0' },
  image: { initial: 'busybox:1.36', goesWith: ['imagePullPolicy'], value: image, page: 'concepts/containers/images/', first: true },
  imagePullPolicy: { page: 'concepts/containers/images/#image-pull-policy' },
  name: { value: definitionOf('container') },
  ports: { snippet: '\n  - containerPort: ${1:8080}$0' },
  resources: {
    snippet: '\n  requests:\n    cpu: ${1:100m}\n    memory: ${2:128Mi}\n  limits:\n    memory: ${3:256Mi}$0',
    page: 'concepts/configuration/manage-resources-containers/',
  },
  restartPolicy: { value: oneOf('Always', 'Never', 'OnFailure'), page: 'concepts/workloads/pods/sidecar-containers/' },
  volumeMounts: { snippet: '\n  - name: ${1:data}\n    mountPath: ${2:/data}$0' },
  restartPolicyRules: { goesWith: ['restartPolicy'], page: `${pages.lifecycle}#restart-policy` },
};

export const ephemeralContainer: FieldRecords<'EphemeralContainer'> = {
  image: { initial: 'busybox:1.36', value: image },
};

export const containerPort: FieldRecords<'ContainerPort'> = {
  name: { value: definitionOf('port') },
  protocol: { value: oneOf('TCP', 'UDP', 'SCTP') },
  containerPort: { initial: 8080 },
};
