import type { FromPanel, ToPanel } from '../../client/panel/host/messages.ts';
import { themes } from './themes.mjs';

export type Theme = 'light' | 'dark';

/** The page of the panel, as VS Code shows it, in a frame that can do nothing but draw and say what was done in it. */
export interface PanelFrame {
  readonly element: HTMLIFrameElement;
  post(message: ToPanel): void;
}

/** What the page is made of: texts, as the frame must not load anything. */
export interface PanelParts {
  readonly script: string;
  readonly style: string;
}

export function panelFrame({ script, style }: PanelParts, theme: Theme, heard: (message: FromPanel) => void): PanelFrame {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.title = 'Kubejob';
  element.srcdoc = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kubejob</title><style>${coloursOf(theme)}${style}</style></head><body class="vscode-${theme}"><script>${script}</script></body></html>`;
  window.addEventListener('message', ({ source, data }: MessageEvent) => {
    if (source === element.contentWindow) heard(data);
  });
  return { element, post: (message) => element.contentWindow?.postMessage(message, '*') };
}

function coloursOf(theme: Theme): string {
  const colours = Object.entries(themes[theme]).map(([name, value]) => `--vscode-${name}:${value};`);
  const fonts =
    "--vscode-font-family:system-ui,'Segoe UI',Roboto,'Noto Sans KR',sans-serif;--vscode-font-size:13px;--vscode-editor-font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;--vscode-editor-font-size:12px;";
  return `:root{${colours.join('')}${fonts}color-scheme:${theme}}`;
}
