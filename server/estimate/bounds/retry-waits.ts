/** Seconds that a container waits for its second restart, and at most, each wait twice the one before (kubelet, 1.37). */
export const restartWaits = { first: 10, longest: 300 } as const;

/** Seconds before a new pod after the n-th failure in a row (Job controller: 10 s doubling, at most 10 min); n from 1. */
export function newPodWait(failures: number): number {
  return Math.min(10 * 2 ** Math.min(failures - 1, 10), 600);
}

/** Seconds before the n-th restart in place: the first is at once; n from 1. */
export function restartWait(restarts: number): number {
  return restarts <= 1 ? 0 : Math.min(restartWaits.first * 2 ** Math.min(restarts - 2, 10), restartWaits.longest);
}

/** When tries begin whose runs take no time: 0, then after each wait; `count` of them. */
export function tryTimes(count: number, wait: (failures: number) => number): number[] {
  const times = [0];
  while (times.length < count) times.push((times.at(-1) ?? 0) + wait(times.length));
  return times.slice(0, Math.max(0, count));
}

/** The sum of the first `count` waits, in closed form beyond the point from which they no longer grow. */
export function sumOfWaits(count: number, wait: (failures: number) => number): number {
  const growing = Math.min(count, 12);
  let sum = 0;
  for (let failures = 1; failures <= growing; failures += 1) sum += wait(failures);
  return sum + (count - growing) * wait(count);
}

/** How many tries can begin within a time, the first at 0, if each fails at once. */
export function triesWithin(seconds: number, wait: (failures: number) => number): number {
  const growing = tryTimes(13, wait);
  const beyond = seconds - (growing.at(-1) ?? 0);
  return beyond < 0 ? growing.filter((time) => time <= seconds).length : growing.length + Math.floor(beyond / wait(growing.length));
}
