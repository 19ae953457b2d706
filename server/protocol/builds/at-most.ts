/** Begins what it is given in its order, no more than `most` at the same time. */
export function atMost(most: number): (task: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let running = 0;
  const begin = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      next();
    });
  const next = () => {
    if (running >= most) return;
    const resolve = waiting.shift();
    if (!resolve) return;
    running++;
    resolve();
  };
  return async (task) => {
    await begin();
    try {
      await task();
    } finally {
      running--;
      next();
    }
  };
}
