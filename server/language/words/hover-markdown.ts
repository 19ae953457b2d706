import type { MarkupContent } from 'vscode-languageserver-types';

/** The Markdown of a hover. Editors fetch the pictures in it, and nothing that stands in a manifest may have them fetch: none becomes one. */
export function hoverMarkdown(text: string): MarkupContent {
  return { kind: 'markdown', value: text.replaceAll('![', '! [') };
}
