import type { FromPanel } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; getState(): unknown; setState(state: unknown): void };

const api = acquireVsCodeApi();

export function post(message: FromPanel): void {
  api.postMessage(message);
}

/** Stores what the next page is to begin with, where the window is loaded again or the panel was out of sight. */
export function remember(kept: object): void {
  api.setState(kept);
}

/** What an earlier page has stored; undefined for the first. */
export function remembered(): unknown {
  return api.getState();
}
