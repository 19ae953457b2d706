import type { Answer, FromPanel, Target } from '../../client/panel/host/messages.ts';
import { findTarget } from '../../client/simulation/target.ts';
import {
  type LikelihoodResult,
  likelihoodRequest,
  type ObjectsResult,
  objectsRequest,
  type SimulateAnswer,
  type SimulateParams,
  simulateRequest,
  type WhatIf,
} from '../../server/protocol/requests.ts';
import { panelFrame } from '../panel/panel-frame.ts';
import { type OwnServer, ownServer } from '../server/own-server.ts';

/** What the file brings along: texts of the server, the panel and its words. */
declare const parts: {
  readonly server: string;
  readonly panel: string;
  readonly style: string;
  readonly korean: Readonly<Record<string, string>>;
};

const manifest = 'file:///embedded/job.yaml';
const scenario = 'file:///embedded/job.scenario.yaml';

/**
 * `<kubejob-timeline>` shows the simulation of the manifest that stands in it, in a `<script type="text/yaml">` or as its text; a
 * `<script type="text/yaml" data-scenario>` beside it is the scenario. Attributes: `lang` (en, ko), `theme` (light, dark),
 * `kubernetes-version`, and `name` of the object. They are read once. It loads nothing.
 */
class KubejobTimeline extends HTMLElement {
  private server: OwnServer | undefined;

  connectedCallback(): void {
    // What stands within the element may be read only once the parser has been there.
    setTimeout(() => this.isConnected && this.begin());
  }

  disconnectedCallback(): void {
    this.server?.end();
    this.server = undefined;
  }

  private begin(): void {
    const language = this.lang === 'ko' ? 'ko' : 'en';
    const theme = this.getAttribute('theme') === 'dark' ? 'dark' : 'light';
    const settings = { language, kubernetesVersion: this.getAttribute('kubernetes-version') ?? undefined };
    const behaviour = this.querySelector('script[data-scenario]')?.textContent ?? '';
    const server = ownServer(parts.server, { locale: language, settings }, [
      { uri: manifest, text: this.querySelector('script:not([data-scenario])')?.textContent ?? this.textContent ?? '' },
      ...(behaviour.trim() === '' ? [] : [{ uri: scenario, text: behaviour }]),
    ]);
    this.server = server;
    let whatIf: WhatIf = { edits: [] };
    let startAt: number | undefined;
    let target: Target | undefined;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const frame = panelFrame({ script: parts.panel, style: parts.style }, theme, (message) => void receive(message));
    const show = (answer: Answer) => frame.post({ type: 'answer', answer, texts: language === 'ko' ? parts.korean : {}, language });
    const wanted = this.getAttribute('name');
    frame.element.style.cssText = 'border:0;width:100%;height:100%';
    const style = document.createElement('style');
    style.textContent = ':host{display:block;height:560px}';
    root.replaceChildren(style, frame.element);

    function params({ uri, document, item }: Target): SimulateParams {
      return { uri, document, ...(item === undefined ? {} : { item }), whatIf, ...(startAt === undefined ? {} : { startAt }) };
    }

    async function refresh(): Promise<void> {
      const { objects } = await server.request<ObjectsResult>(objectsRequest, { uri: manifest });
      const named = wanted === null ? objects[0] : objects.find(({ name }) => name === wanted);
      const found = target ? findTarget(target, objects) : named;
      if (!found) {
        show({ status: 'shown', target: { uri: manifest, document: 0, kind: 'Job', name: wanted }, files: [], result: { status: 'gone' } });
        return;
      }
      const { document, item, kind, name } = found;
      target = { uri: manifest, document, ...(item === undefined ? {} : { item }), kind, name };
      const result = await server.request<SimulateAnswer>(simulateRequest, params(target));
      show({ status: 'shown', target, files: [], result });
    }

    async function receive(message: FromPanel): Promise<void> {
      if (message.type === 'what-if') whatIf = message.whatIf;
      if (message.type === 'start') startAt = message.startAt;
      if (message.type === 'ready' || message.type === 'what-if' || message.type === 'start') await refresh();
      if (message.type === 'copy') await navigator.clipboard.writeText(message.text);
      if (message.type === 'likelihood' && target) {
        const asked = { ...params(target), failureRate: message.failureRate };
        frame.post({ type: 'likelihood', result: await server.request<LikelihoodResult>(likelihoodRequest, asked) });
      }
    }
  }
}

customElements.define('kubejob-timeline', KubejobTimeline);
