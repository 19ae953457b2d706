/** Notification to the server: the workspace is trusted from now on, so that the user's tools may run. `initializationOptions: {trusted: true}` says it from the start. */
export const trustNotification = 'kubejob/trusted';

/** Request: whether a file belongs to a chart or an overlay of which a tool of the user's may make manifests. */
export const mayBeRenderedRequest = 'kubejob/mayBeRendered';
export interface MayBeRenderedParams {
  readonly uri: string;
}
export interface MayBeRenderedResult {
  readonly mayBeRendered: boolean;
}

/** Request: what a tool of the user's made of a file, and the line of it that a line of the file made; null where nothing was made. */
export const renderedRequest = 'kubejob/rendered';
export interface RenderedParams {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}
export interface RenderedResult {
  readonly rendered: { readonly text: string; readonly line: number } | null;
  /** Why the tool could not make it. */
  readonly message: string | null;
}
