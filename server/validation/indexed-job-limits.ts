/** How large an Indexed Job may be, by the names that pkg/apis/batch/validation gives these limits, 1.37. */
export const maxParallelismForIndexedJob = 100_000;
export const maxFailedIndexesForIndexedJob = 100_000;
export const completionsSoftLimit = 100_000;
export const parallelismLimitForHighCompletions = 10_000;
export const maxFailedIndexesLimitForHighCompletions = 10_000;
