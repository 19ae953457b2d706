import '@vscode-elements/elements/dist/vscode-tab-header/index.js';
import '@vscode-elements/elements/dist/vscode-tab-panel/index.js';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import { config } from '@vscode/l10n';
import { render } from 'preact';
import { App } from './app.tsx';
import { post, remember } from './host/host.ts';
import type { Moment, PanelState, ToPanel } from './host/messages.ts';
import './panel.css';

const root = document.body;
let state: PanelState = { status: 'waiting' };
let moment: Moment | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'state':
      config({ contents: data.texts });
      document.documentElement.lang = data.language;
      state = data.state;
      moment = undefined;
      if (state.status === 'shown') remember(state.target);
      draw();
      break;
    case 'moment':
      moment = data.moment;
      draw();
      break;
    case 'read':
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not wanted.
      post({ type: 'text', id: data.id, text: root.innerText });
  }
});

function draw() {
  render(<App state={state} moment={moment} />, root);
}

draw();
post({ type: 'ready' });
