/** The variable in which containers of an Indexed Job find their completion index. */
export const indexVariable = 'JOB_COMPLETION_INDEX';
/** The annotation and the label of such a pod that say the same. */
export const indexAnnotation = 'batch.kubernetes.io/job-completion-index';
