/** What the page brings along as text, by its name: `part-NAME` is the element that holds it. */
export function partOf(id: string): string {
  const text = document.getElementById(`part-${id}`)?.textContent;
  if (!text) throw new Error(`The page has no part ${id}.`);
  return text;
}

/** A worker that runs a text: so it works from a file, too, where a worker cannot be loaded. */
export function workerOf(script: string): Worker {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
}
