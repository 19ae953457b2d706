import type { FromPanel, Target } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; setState(state: Target): void };

const api = acquireVsCodeApi();

export function post(message: FromPanel): void {
  api.postMessage(message);
}

/** What the editor hands back when it restores the panel after a reload. */
export function remember(target: Target): void {
  api.setState(target);
}
