import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-tabs': HTMLAttributes<HTMLElement>;
      'vscode-tab-header': HTMLAttributes<HTMLElement>;
      'vscode-tab-panel': HTMLAttributes<HTMLElement>;
    }
  }
}
