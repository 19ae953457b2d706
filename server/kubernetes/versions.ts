const olderVersions = ['1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'] as const;

export const newestVersion = '1.37' as const;

/** The minor versions of Kubernetes that Kubejob knows, oldest first. */
export const kubernetesVersions = [...olderVersions, newestVersion] as const;

export type KubernetesVersion = (typeof kubernetesVersions)[number];

export function isKubernetesVersion(text: string): text is KubernetesVersion {
  return (kubernetesVersions as readonly string[]).includes(text);
}

/** Whether `version` is `since` or newer; both are `1.NN`. */
export function atLeast(version: KubernetesVersion, since: string): boolean {
  return minorOf(version) >= minorOf(since);
}

/** The NN of `1.NN`. */
export function minorOf(version: string): number {
  return Number(version.slice(version.indexOf('.') + 1));
}
