import type { FromPanel, ToPanel } from '../../client/panel/host/messages.ts';
import { themes } from './themes.mjs';

export type Theme = 'light' | 'dark';

/** A theme, or the one of high contrast in its place. */
type Look = keyof typeof themes;

/** Whether the system has colours of its own, few and strong, that pages are to keep to. */
export const hasForcedColours = () => matchMedia('(forced-colors: active)').matches;

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
  const look = hasForcedColours() ? contrastOf[theme] : theme;
  element.srcdoc = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kubejob</title><style>${coloursOf(look, theme)}${style}</style></head><body class="${classOf[look]}"><script>${script}</script></body></html>`;
  window.addEventListener('message', ({ source, data }: MessageEvent) => {
    if (source === element.contentWindow) heard(data);
  });
  return { element, post: (message) => element.contentWindow?.postMessage(message, '*') };
}

const contrastOf = { light: 'contrast-light', dark: 'contrast' } as const;

/** As VS Code calls its themes on the body of a page. */
const classOf: Readonly<Record<Look, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  contrast: 'vscode-high-contrast',
  'contrast-light': 'vscode-high-contrast-light',
};

/** A theme of high contrast keeps its own colours, which tell states apart; those of the system would not. */
function coloursOf(look: Look, theme: Theme): string {
  const colours = Object.entries(themes[look]).map(([name, value]) => `--vscode-${name}:${value};`);
  const fonts =
    "--vscode-font-family:system-ui,'Segoe UI',Roboto,'Noto Sans KR',sans-serif;--vscode-font-size:13px;--vscode-editor-font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;--vscode-editor-font-size:12px;";
  return `:root{${colours.join('')}${fonts}color-scheme:${theme}${look === theme ? '' : ';forced-color-adjust:none'}}`;
}
