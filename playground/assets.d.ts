declare module '*.css';
/** What Monaco writes its hovers with: it lets through nothing that is not text, and a link is its `data-href`. */
declare module '*/markdownRenderer.js' {
  export function renderMarkdown(markdown: {
    readonly value: string;
    readonly baseUri: { readonly scheme: string; readonly authority: string; readonly path: string };
  }): { readonly element: HTMLElement };
}
