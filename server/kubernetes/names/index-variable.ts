/** The variable in which containers of an Indexed Job find their completion index. */
export const indexVariable = 'JOB_COMPLETION_INDEX';
