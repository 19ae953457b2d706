import { valueAt } from '../../plain/node-path.ts';
import { setValue } from '../writing/edits.ts';
import { type Fix, type Fixer, fix } from './fix.ts';

/** Both that a Job allows, with what they do to a failed container; `Never` alone where a podFailurePolicy wants it. */
export const restartPolicy: Fixer<'job-restart-policy' | 'job-restart-policy-missing' | 'job-restart-policy-pod-failure-policy'> = ({
  source,
  finding,
  texts,
}) => {
  const { path } = finding.at;
  const offer = (value: 'Never' | 'OnFailure', preferred: boolean): readonly Fix[] =>
    fix(texts(`fix-restart-policy-${value}`), setValue(source, path, value), preferred);
  if (finding.code === 'job-restart-policy-pod-failure-policy') return offer('Never', true);
  // OnFailure is the nearest to Always, which is what an absent restartPolicy means too.
  const job = valueAt(source.document.body.value, path.slice(0, -3));
  const meansNever = /^n/i.test(String(finding.args['value'] ?? '')) || valueAt(job, ['podFailurePolicy']) !== undefined;
  return [...offer('OnFailure', !meansNever), ...offer('Never', meansNever)];
};
