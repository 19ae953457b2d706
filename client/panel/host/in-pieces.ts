/** In milliseconds: the page is busy for about so long, and then answers whatever has come meanwhile. */
const atOnce = 30;

/** The outcome of work that pauses between its pieces, where together they take longer. */
export async function inPieces<Outcome>(pieces: Generator<void, Outcome, void>): Promise<Outcome> {
  let began = performance.now();
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
    if (performance.now() - began < atOnce) continue;
    await new Promise((resolve) => window.setTimeout(resolve));
    began = performance.now();
  }
}
