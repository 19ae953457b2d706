const docs = 'https://kubernetes.io/docs/';

/** Pages that speak of many fields, below the documentation's root. */
export const pages = {
  jobs: 'concepts/workloads/controllers/job/',
  cronJobs: 'concepts/workloads/controllers/cron-jobs/',
  lifecycle: 'concepts/workloads/pods/pod-lifecycle/',
} as const;

/** The address of a page of Kubernetes' documentation. */
export function addressOf(page: string): string {
  return `${docs}${page}`;
}
