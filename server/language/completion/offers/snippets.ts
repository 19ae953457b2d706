const container =
  'containers:\n        - name: ${4:main}\n          image: ${5:busybox:1.36}\n          command: [${6:"sh", "-c", "echo hello; sleep 10"}]\n          resources:\n            requests:\n              memory: ${20:64Mi}$0';

const timeToLive = '  ttlSecondsAfterFinished: ${21:86400}\n';

function job(spec: string, restartPolicy = '${3|Never,OnFailure|}'): string {
  return `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: \${1:my-job}\nspec:\n${spec}${spec.includes('ttlSeconds') ? '' : timeToLive}  template:\n    spec:\n      restartPolicy: ${restartPolicy}\n      ${container}\n`;
}

/** Whole manifests for an empty document: a Job of each form, and a CronJob. Each has a text `snippet-<name>`. */
export const manifestSnippets = {
  'job-one-shot': job('  backoffLimit: ${2:0}\n'),
  'job-fixed-count': job('  completions: ${2:5}\n  parallelism: ${7:2}\n'),
  'job-work-queue': job('  parallelism: ${2:3}\n'),
  'job-indexed': job('  completionMode: Indexed\n  completions: ${2:5}\n  parallelism: ${7:3}\n  backoffLimitPerIndex: ${8:1}\n'),
  'job-retries': job('  backoffLimit: ${2:3}\n  activeDeadlineSeconds: ${7:600}\n  ttlSecondsAfterFinished: ${8:86400}\n'),
  'job-pod-failure-policy': job(
    '  backoffLimit: ${2:6}\n  podFailurePolicy:\n    rules:\n      - action: FailJob\n        onExitCodes:\n          operator: In\n          values: [${7:42}]\n      - action: Ignore\n        onPodConditions:\n          - type: DisruptionTarget\n',
    'Never',
  ),
  'job-success-policy': job(
    '  completionMode: Indexed\n  completions: ${2:5}\n  parallelism: ${7:5}\n  successPolicy:\n    rules:\n      - succeededIndexes: ${8:0-2}\n        succeededCount: ${9:1}\n',
  ),
  'cron-job':
    'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: ${1:my-cron-job}\nspec:\n  schedule: "${2:0 2 * * *}"\n  timeZone: ${3:Etc/UTC}\n  concurrencyPolicy: ${4|Forbid,Allow,Replace|}\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: ${5|Never,OnFailure|}\n          containers:\n            - name: ${6:main}\n              image: ${7:busybox:1.36}\n              command: [${8:"sh", "-c", "echo hello"}]\n              resources:\n                requests:\n                  memory: ${9:64Mi}$0\n',
} as const satisfies Readonly<Record<string, string>>;

export type SnippetName = keyof typeof manifestSnippets;

/** A snippet's text for an editor without snippets: tab stops give way to what stands in them, or to their first choice. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, (_, text: string) => text.replace(/\\(.)/g, '$1'))
    .replace(/\$\d+/g, '');
}
