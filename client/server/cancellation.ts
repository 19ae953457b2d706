/** Whether a request came to nothing because nobody wanted its answer any more. */
export function isCancellation(error: unknown): boolean {
  // -32800: the request was cancelled; -32801: its document changed meanwhile, and a newer request is on its way.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === -32800 || code === -32801 || (error instanceof Error && error.name === 'Canceled');
}
