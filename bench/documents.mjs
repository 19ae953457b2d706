// The texts that are measured.

/** A Job of thirty lines. */
export const thirtyLines = job('thirty-lines', 3);

/** A thousand lines in 34 documents. */
export const thousandLines = manyDocuments(1000);

/** So many lines, a document for every thirty. */
export function manyDocuments(lines) {
  const documents = Array.from({ length: Math.ceil(lines / 29) }, (_, at) => job(`job-${at}`, at + 1));
  return documents.join('---\n').split('\n').slice(0, lines).join('\n');
}

/** So many lines in one Job, nearly all of them variables. */
export function oneDocument(lines) {
  const text = job('one', 3);
  const variable = (at) => `            - name: VARIABLE_${at}\n              value: "text ${at}"\n`;
  const more = Math.ceil((lines - text.split('\n').length) / 2);
  return text.replace('          resources:\n', `${Array.from({ length: more }, (_, at) => variable(at)).join('')}          resources:\n`);
}

function job(name, completions) {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}
  labels:
    app: reports
spec:
  completions: ${completions}
  parallelism: 2
  backoffLimit: 4
  ttlSecondsAfterFinished: 86400
  template:
    metadata:
      labels:
        app: reports
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: ["sh", "-c", "sleep 10"]
          env:
            - name: MODE
              value: "fast"
          resources:
            requests: {cpu: 100m, memory: 64Mi}
            limits: {memory: 128Mi}
      volumes: []
`;
}

/** Manifests for the command line, no two alike: Jobs of several forms and CronJobs. */
export function manifests(count) {
  return Array.from({ length: count }, (_, at) => {
    const plain = job(`job-${at}`, (at % 7) + 1);
    if (at % 4 === 1) return plain.replace('  backoffLimit: 4\n', '  completionMode: Indexed\n  backoffLimitPerIndex: 2\n');
    if (at % 4 !== 3) return plain;
    const spec = plain.slice(plain.indexOf('spec:')).replace(/^/gm, '    ').trimEnd();
    return `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: cron-${at}\nspec:\n  schedule: "${at % 60} * * * *"\n  jobTemplate:\n${spec}\n`;
  });
}

/** A repository by the names of its files: so many of them, so many of which hold a Job; the others speak of jobs here and there, as people do. */
export function repository(files, jobs) {
  const ofJobs = manifests(jobs);
  const every = Math.floor(files / jobs);
  return new Map(
    Array.from({ length: files }, (_, at) => [
      `team-${at % 40}/app-${at % 400}/${at}.yaml`,
      at % every === every - 1 ? ofJobs[Math.floor(at / every)] : others[at % others.length](at),
    ]),
  );
}

const others = [
  (at) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-${at}
  labels:
    app: service-${at}
    team: jobs-and-batches
spec:
  replicas: 3
  selector:
    matchLabels:
      app: service-${at}
  template:
    metadata:
      labels:
        app: service-${at}
    spec:
      containers:
        - name: main
          image: registry.example.com/service:${at}
          args: ["--batch-size", "${at}"]
          ports:
            - containerPort: 8080
          resources:
            requests: {cpu: 100m, memory: 64Mi}
            limits: {memory: 128Mi}
`,
  (at) => `apiVersion: v1
kind: Service
metadata:
  name: service-${at}
spec:
  selector:
    app: service-${at}
  ports:
    - port: 80
      targetPort: 8080
`,
  (at) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: config-${at}
data:
  run.sh: |
    for job in a b c; do
      echo "working on $job"
    done
  size: "${at}"
`,
];
