import { readShared, type Shared } from './address.ts';

const key = 'kubejob-playground-text';

/** Keeps for this tab what is written in the page, which is being left; undefined where nothing of it is anybody's own. */
export function keepForReload(shared: Shared | undefined): void {
  try {
    if (shared) sessionStorage.setItem(key, JSON.stringify({ hash: location.hash, shared }));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser may forbid it, or have no place: then a reload shows what the address says.
  }
}

/** What was written here, at the same address, before the page was loaded again; undefined for somebody who comes anew. */
export function keptForReload(): Shared | undefined {
  const [navigation] = performance.getEntriesByType('navigation');
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type === 'navigate') return undefined;
  try {
    const { hash, shared }: { readonly hash?: unknown; readonly shared?: unknown } = Object(
      JSON.parse(sessionStorage.getItem(key) ?? '{}'),
    );
    return hash === location.hash ? readShared(shared) : undefined;
  } catch {
    return undefined;
  }
}
