import { field } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atParent } from './rule.ts';

const removedByTools = ['helm.sh/hook-delete-policy', 'argocd.argoproj.io/hook-delete-policy'];

/** A Job that stays, with its pods, after it has finished: nothing removes it but its owner, a tool, or its time to live. */
export const unremovedJob: AdviceRule<'unremoved-job'> = {
  code: 'unremoved-job',
  level: 'info',
  check({ cronJob, job, jobPath, metadata, partial }) {
    if (cronJob || partial || job.ttlSecondsAfterFinished !== undefined || metadata.ownerReferences?.length) return undefined;
    if (removedByTools.some((name) => Object.hasOwn(metadata.annotations ?? {}, name))) return undefined;
    return atParent(field(jobPath, 'ttlSecondsAfterFinished'), {});
  },
};
