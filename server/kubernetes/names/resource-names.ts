/** Pages of one size each: `hugepages-2Mi`. */
export function isHugePages(resource: string): boolean {
  return resource.startsWith('hugepages-');
}

/** What a pod may ask for as a whole; of other resources its containers count (IsSupportedPodLevelResource, 1.37). */
export function isPodLevelResource(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || isHugePages(resource);
}
