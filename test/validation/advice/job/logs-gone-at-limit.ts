import { type Cases, job } from '../advised.ts';

export const cases: Cases = {
  called: [[job('', 'restartPolicy: OnFailure'), 'OnFailure', 'the pod and its logs are deleted']],
  silent: [job('')],
};
