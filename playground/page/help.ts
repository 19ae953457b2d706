import './help.css';
import { renderMarkdown } from '../node_modules/monaco-editor/esm/vs/base/browser/markdownRenderer.js';
import { openDialog } from './parts.ts';
import type { Words } from './words.ts';

/** Pages of docs by their paths in the repository, as Markdown. */
type Pages = Readonly<Record<string, string>>;

/** Where pages are taken to lie while their links are resolved; nothing is ever asked of it. */
const ground = 'docs.invalid';

/**
 * The pages of docs, to read in the page itself: links among them lead on, those to the web open there, and others are words. `notices`
 * are of those whose work stands in this page.
 */
export function showHelp(pages: Pages, notices: string, said: Words): void {
  const body = document.createElement('article');
  body.tabIndex = 0;
  const back = document.createElement('button');
  back.textContent = said.firstTitle;
  back.addEventListener('click', () => show(said.firstPage));
  const put = (content: HTMLElement, isFirst: boolean) => {
    back.hidden = isFirst;
    body.replaceChildren(content);
    body.scrollTop = 0;
  };
  const show = (path: string) => put(pageOf(pages, path), path === said.firstPage);
  body.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a')?.dataset['href'] : undefined;
    if (link === undefined) return;
    event.preventDefault();
    const path = pathIn(pages, link);
    if (path === undefined) window.open(link, '_blank', 'noopener');
    else show(path);
  });
  show(said.firstPage);
  const whole = document.createElement('div');
  const licenses = document.createElement('button');
  licenses.textContent = said.licenses;
  licenses.addEventListener('click', () => {
    const text = document.createElement('pre');
    text.textContent = notices;
    put(text, false);
  });
  whole.append(back, ' ', licenses, body);
  openDialog(said.help, whole, said.close).classList.add('help');
}

function pageOf(pages: Pages, path: string): HTMLElement {
  const { element } = renderMarkdown({ value: pages[path] ?? '', baseUri: { scheme: 'https', authority: ground, path: `/${path}` } });
  for (const picture of element.querySelectorAll('img')) picture.remove();
  for (const link of element.querySelectorAll('a')) {
    const { href = '' } = link.dataset;
    const isOwn = new URL(href, `https://${ground}`).hostname === ground;
    if (isOwn && pathIn(pages, href) === undefined) link.replaceWith(...link.childNodes);
    else link.title = '';
  }
  return element;
}

/** The page that a link leads to; undefined where it leads out of them. */
function pathIn(pages: Pages, link: string): string | undefined {
  const { hostname, pathname } = new URL(link, `https://${ground}`);
  const path = pathname.slice(1);
  return hostname === ground && Object.hasOwn(pages, path) ? path : undefined;
}
