// What runs in a process of its own for each case of `growth.mjs`: prints a line for each size, with processor time and memory.

/** `names` prints the names of all cases; `measure NAME` measures one. A size that takes `longEnough` milliseconds is the last. */
export function run(cases, { longEnough }) {
  const [what, name] = process.argv.slice(2);
  if (what === 'names') {
    console.log(JSON.stringify(cases.map(({ name }) => name)));
    return;
  }
  const { sizes, make, run } = cases.find((one) => one.name === name);
  // The compiler is warm before anything is measured.
  for (const until = performance.now() + 300; performance.now() < until; ) run(make(sizes[0]));
  for (const size of sizes) {
    const time = least(() => make(size), run);
    const memory = process.resourceUsage().maxRSS / 1024;
    process.stdout.write(`${JSON.stringify({ size, time, memory })}\n`);
    if (time > longEnough) return;
  }
}

/**
 * The least processor time of some rounds, in milliseconds: of fewer where they take long, by the processor's time, as a busy machine shall
 * not leave a large size with its first round alone, in which memory grows. What is kept of an input is not counted.
 */
function least(make, run) {
  let best = Number.POSITIVE_INFINITY;
  const began = process.cpuUsage();
  for (let round = 0; round < 5 && (round === 0 || sumOf(process.cpuUsage(began)) < 3000); round++) {
    const input = make();
    globalThis.gc?.();
    const before = process.cpuUsage();
    run(input);
    best = Math.min(best, sumOf(process.cpuUsage(before)));
  }
  return best;
}

/** In milliseconds. Which of both a moment belongs to is told by ticks of some milliseconds; their sum is exact. */
function sumOf({ user, system }) {
  return (user + system) / 1000;
}
