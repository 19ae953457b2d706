// Stands in for the editor within the frame of the panel.
let kept;
globalThis.acquireVsCodeApi = () => ({
  postMessage: (message) => parent.postMessage(message, '*'),
  getState: () => kept,
  setState: (state) => {
    kept = state;
  },
});
