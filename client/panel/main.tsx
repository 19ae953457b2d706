import '@vscode-elements/elements/dist/vscode-tab-header/index.js';
import '@vscode-elements/elements/dist/vscode-tab-panel/index.js';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import { config } from '@vscode/l10n';
import { render } from 'preact';
import type { Seconds } from '../../server/protocol/requests.ts';
import { App } from './app.tsx';
import { post, remember } from './host/host.ts';
import type { PanelState, ToPanel } from './host/messages.ts';
import './panel.css';

const root = document.body;
let state: PanelState = { status: 'waiting' };
let second: Seconds | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'state':
      config({ contents: data.texts });
      document.documentElement.lang = data.language;
      state = data.state;
      second = undefined;
      if (state.status === 'shown') remember(state.target);
      draw();
      break;
    case 'moment':
      choose(data.t);
      break;
    case 'read':
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not wanted.
      post({ type: 'text', id: data.id, text: root.innerText });
  }
});

function choose(t: Seconds) {
  second = t;
  post({ type: 'moment', t });
  draw();
}

function draw() {
  render(<App state={state} second={second} choose={choose} />, root);
}

draw();
post({ type: 'ready' });
