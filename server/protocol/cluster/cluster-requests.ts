/** Why there is no answer, in words. */
export interface ClusterFailure {
  readonly failure: string;
}

/** Request, only where the user has chosen the command: `kubectl get jobs,pods,events -o json` in a namespace, or in the current one. */
export const clusterRecordRequest = 'kubejob/clusterRecord';
export interface ClusterRecordParams {
  readonly namespace: string | null;
}
/** What kubectl printed. */
export interface ClusterRecord {
  readonly text: string;
}
export type ClusterRecordResult = ClusterRecord | ClusterFailure;

/** Request, only where the user has chosen the command: `kubectl version -o json`. */
export const clusterVersionRequest = 'kubejob/clusterVersion';
/** The version as the cluster says it, and the one that judges as it does. */
export interface ClusterVersion {
  readonly said: string;
  readonly version: string;
}
export type ClusterVersionResult = ClusterVersion | ClusterFailure;
