import { config } from '@vscode/l10n';
import { render } from 'preact';
import { App } from './app.tsx';
import { post, remember, remembered } from './host/host.ts';
import { inPieces } from './host/in-pieces.ts';
import type { ToPanel } from './host/messages.ts';
import { isToPanel } from './host/read-message.ts';
import './panel.css';
import './outputs/outputs.css';
import { noHistory, withEdit } from './history/history.ts';
import { isByChance } from './likely/is-by-chance.ts';
import { actionOfAnswer } from './state/action-of-answer.ts';
import { keptOf, readKept } from './state/kept.ts';
import { afterAction, type PageAction } from './state/page-action.ts';
import { noPage, type PageState } from './state/page-state.ts';

const root = document.body;
let page: PageState = afterAction(noPage, { type: 'restored', kept: readKept(remembered()) });

/** Settled when all that has come so far is received: one after the other, as it came. */
let received: Promise<void> = Promise.resolve();
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToPanel(data)) return;
  const next = () => receive(data);
  received = received.then(next, next);
});

async function receive(data: ToPanel) {
  switch (data.type) {
    case 'answer':
      config({ contents: data.texts });
      document.documentElement.lang = data.language;
      dispatch(await inPieces(actionOfAnswer(data.answer)));
      break;
    case 'changed':
    case 'replaced':
      dispatch({ type: data.type });
      break;
    case 'likelihood':
      dispatch({ type: 'likelihood-answered', result: data.result });
      break;
    case 'saved':
      dispatch({ type: 'restored', kept: { history: noHistory } });
      break;
    case 'caret':
      dispatch({ type: 'caret-moved', path: data.path });
      break;
    case 'moment':
      dispatch({ type: 'second-chosen', second: data.t });
      break;
    case 'edit':
      dispatch({ type: 'history-changed', history: withEdit(page.history, data.edit), goesOn: false });
      break;
    case 'read':
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not wanted.
      post({ type: 'text', id: data.id, text: root.innerText });
  }
}

/** Everything that changes the page comes through here. */
function dispatch(action: PageAction) {
  const before = page;
  page = afterAction(before, action);
  if (page === before) return;
  if (page.target) remember(keptOf(page));
  if (page.second !== before.second) tellSecond(page);
  if (page.history !== before.history && action.type === 'history-changed') tellHistory(page);
  if (page.drawn !== before.drawn || page.failureRate !== before.failureRate) askLater();
  if (page.startAt !== before.startAt) tellStart(page);
  draw();
}

/** Only once nobody types or moves a slider any more: very many runs are simulated for it. */
let asking: number | undefined;
function askLater() {
  window.clearTimeout(asking);
  if (!page.drawn || !isByChance(page.drawn)) return;
  asking = window.setTimeout(() => post({ type: 'likelihood', failureRate: page.failureRate }), 300);
}

function tellHistory({ history: { edits, withoutScenario } }: PageState) {
  post({ type: 'what-if', whatIf: { edits, withoutScenario } });
}

function tellSecond({ second }: PageState) {
  post({ type: 'moment', ...(second === undefined ? {} : { t: second }) });
}

function tellStart({ startAt }: PageState) {
  post({ type: 'start', ...(startAt === undefined ? {} : { startAt }) });
}

function draw() {
  render(<App page={page} dispatch={dispatch} />, root);
}

draw();
if (page.startAt !== undefined) tellStart(page);
post({ type: 'ready' });
tellSecond(page);
