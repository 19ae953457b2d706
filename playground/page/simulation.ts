import type { Answer, FromPanel, Target } from '../../client/panel/host/messages.ts';
import { findTarget } from '../../client/simulation/target.ts';
import {
  type FieldAtResult,
  type FieldPlaceResult,
  fieldAtRequest,
  fieldPlaceRequest,
  type LikelihoodResult,
  likelihoodRequest,
  type ObjectSummary,
  type ObjectsResult,
  objectsRequest,
  type ScenarioTextResult,
  type SimulateAnswer,
  type SimulateParams,
  scenarioTextRequest,
  simulateRequest,
  type WhatIf,
} from '../../server/protocol/requests.ts';
import { type PanelFrame, type PanelParts, panelFrame, type Theme } from '../panel/panel-frame.ts';
import type { LanguageServer } from '../server/language-server.ts';
import type { TextPlace } from './editor.ts';

/** What the panel asks of the page around it. */
export interface Surroundings {
  readonly theme: Theme;
  readonly language: 'en' | 'ko';
  readonly texts: Readonly<Record<string, string>>;
  reveal(uri: string, place: TextPlace): void;
  saveScenario(text: string): void;
  showScenario(): void;
  showText(title: string, text: string): void;
  copy(text: string): void;
  /** How the manifest, and a scenario beside it, are called. */
  nameOf(uri: string): string;
}

export interface Simulation {
  readonly frame: PanelFrame;
  /** The text has changed, and is simulated again; `object` is the one that is asked for. */
  refresh(object?: ObjectSummary | Pick<ObjectSummary, 'document' | 'item'>): Promise<void>;
  /** The text is another one, no edit of the one before: forgets that, and what was changed by hand. */
  begin(): void;
  caret(uri: string, place: TextPlace): Promise<void>;
}

const nothingChanged: WhatIf = { edits: [] };

/** The panel beside the text: what VS Code's extension does between its page and the server, for one manifest. */
export function simulation(parts: PanelParts, server: LanguageServer, manifest: string, around: Surroundings): Simulation {
  let target: Target | undefined;
  let whatIf = nothingChanged;
  let startAt: number | undefined;
  let latest = 0;
  const frame = panelFrame(parts, around.theme, (message) => void receive(message));
  const answer = (one: Answer) => frame.post({ type: 'answer', answer: one, texts: around.texts, language: around.language });

  const params = (of: Target): SimulateParams => ({
    uri: of.uri,
    document: of.document,
    ...(of.item === undefined ? {} : { item: of.item }),
    whatIf,
    ...(startAt === undefined ? {} : { startAt }),
  });

  async function refresh(asked?: Pick<ObjectSummary, 'document' | 'item'>): Promise<void> {
    const turn = ++latest;
    frame.post({ type: 'changed' });
    const { objects } = await server.request<ObjectsResult>(objectsRequest, { uri: manifest });
    const found = asked
      ? objects.find(({ document, item }) => document === asked.document && item === asked.item)
      : ((target && findTarget(target, objects)) ?? objects[0]);
    if (turn !== latest) return;
    if (!found) {
      answer({ status: 'shown', target: noTarget(manifest), files: [around.nameOf(manifest)], result: { status: 'gone' } });
      return;
    }
    const { document, item, kind, name } = found;
    const current: Target = { uri: manifest, document, ...(item === undefined ? {} : { item }), kind, name };
    target = current;
    try {
      const result = await server.request<SimulateAnswer>(simulateRequest, params(current));
      if (turn !== latest) return;
      const { scenario } = result;
      const files = [manifest, ...(scenario === undefined ? [] : [scenario])].map(around.nameOf);
      answer({ status: 'shown', target: current, files, result, ...(scenario === undefined ? {} : { scenario }) });
    } catch (error) {
      if (turn === latest) answer({ status: 'broken', text: error instanceof Error ? error.message : String(error) });
    }
  }

  async function receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        return refresh();
      case 'reveal':
        return around.reveal(message.uri, message);
      case 'reveal-field': {
        if (!target) return;
        const { uri, document, item } = target;
        const field = { uri, document, ...(item === undefined ? {} : { item }), path: message.path };
        const range = await server.request<FieldPlaceResult>(fieldPlaceRequest, field);
        if (range) around.reveal(uri, range.start);
        return;
      }
      case 'what-if':
        whatIf = message.whatIf;
        return refresh();
      case 'start':
        startAt = message.startAt;
        return refresh();
      case 'likelihood': {
        if (!target) return;
        const asked = { ...params(target), failureRate: message.failureRate };
        frame.post({ type: 'likelihood', result: await server.request<LikelihoodResult>(likelihoodRequest, asked) });
        return;
      }
      case 'save-scenario': {
        if (!target) return;
        const { text } = await server.request<ScenarioTextResult>(scenarioTextRequest, params(target));
        if (text === null) return;
        whatIf = nothingChanged;
        around.saveScenario(text);
        frame.post({ type: 'saved' });
        return;
      }
      case 'open-scenario':
        return around.showScenario();
      case 'open':
        return around.showText(message.output, message.text);
      case 'open-recording':
        return around.showText('recording.json', message.text);
      case 'copy':
        return around.copy(message.text);
      case 'moment':
      case 'text':
    }
  }

  return {
    frame,
    refresh,
    begin() {
      // What is still under way is of the text before.
      latest++;
      target = undefined;
      whatIf = nothingChanged;
      startAt = undefined;
      frame.post({ type: 'replaced' });
    },
    async caret(uri, position) {
      if (!target || uri !== manifest) return;
      const field = await server.request<FieldAtResult>(fieldAtRequest, { uri, position });
      const isHere = field?.document === target.document && field.item === target.item;
      frame.post({ type: 'caret', ...(isHere ? { path: field.path } : {}) });
    },
  };
}

function noTarget(uri: string): Target {
  return { uri, document: 0, kind: 'Job', name: null };
}
