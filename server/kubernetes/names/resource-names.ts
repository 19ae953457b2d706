/** Pages of one size each: `hugepages-2Mi`. */
export function isHugePages(resource: string): boolean {
  return resource.startsWith('hugepages-');
}

/** What a pod may ask for as a whole; of other resources its containers count (IsSupportedPodLevelResource, 1.37). */
export function isPodLevelResource(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || isHugePages(resource);
}

/** Whether requests may be below limits: not for huge pages, nor for what a device plugin offers. */
export function isOvercommittable(resource: string): boolean {
  return isNative(resource) && !isHugePages(resource);
}

/** What Kubernetes itself knows: without a domain, or in its own. */
export function isNative(resource: string): boolean {
  return !resource.includes('/') || resource.includes('kubernetes.io/');
}
