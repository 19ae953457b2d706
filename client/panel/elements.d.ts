import type { HTMLAttributes } from 'preact';

interface TabsAttributes extends HTMLAttributes<HTMLElement> {
  readonly 'selected-index'?: number;
  readonly 'onvsc-tabs-select'?: (event: CustomEvent<{ readonly selectedIndex: number }>) => void;
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-tabs': TabsAttributes;
      'vscode-tab-header': HTMLAttributes<HTMLElement>;
      'vscode-tab-panel': HTMLAttributes<HTMLElement>;
    }
  }
}
