/**
 * Pods are created in batches of 1, 2, 4, 8 …, each when the one before it is there, so that a cluster that refuses them
 * is not flooded with requests (pkg/controller/job manageJob).
 */
export function slowStart<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const batches: (readonly Item[])[] = [];
  for (let from = 0, size = 1; from < items.length; from += size, size = Math.min(2 * size, items.length)) {
    batches.push(items.slice(from, from + size));
  }
  return batches;
}
