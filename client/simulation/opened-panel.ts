import type { CancellationTokenSource, WebviewPanel } from 'vscode';
import type { Seconds, WhatIf } from '../../server/protocol/requests.ts';
import type { Answer, Output, Target, ToPanel } from '../panel/host/messages.ts';
import { language, texts, useTexts } from '../words/texts.ts';
import type { PageReader } from './page-reader.ts';
import type { TargetSimulated } from './simulate-target.ts';
import type { ScenarioWatch } from './watch-scenario.ts';

/** All that is known of the panel while it is there. */
export interface Opened {
  readonly view: WebviewPanel;
  readonly reader: PageReader;
  /** Which object it shows; it is found again with each simulation. */
  target: Target;
  /** What became of the text as it is now. */
  answer: Answer;
  /** The last answer with a run. */
  drawn: Simulated | undefined;
  /** The second of the run that was chosen in the page; undefined: its end. */
  second: Seconds | undefined;
  /** What was changed by hand in the page. */
  whatIf: WhatIf;
  /** The wall clock at its beginning that was chosen there; undefined: the scenario's. */
  startAt: number | undefined;
  /** Ends the simulation that is under way. */
  running: CancellationTokenSource;
  /** Ends the many that are. */
  asking: CancellationTokenSource;
  /** The scenario's file, which others than the editor may change. */
  readonly scenario: ScenarioWatch;
}

type Simulated = TargetSimulated & { readonly result: { readonly status: 'simulated' } };

export function isSimulated(simulated: TargetSimulated): simulated is Simulated {
  return simulated.result.status === 'simulated';
}

/** What kubectl prints of an object, as a page shows it. */
export interface PanelOutputs {
  readonly target: Target;
  readonly textOf: (output: Output) => Promise<string>;
}

/** Tells the page something. */
export function post({ view }: Opened, message: ToPanel): void {
  void view.webview.postMessage(message);
}

/** What became of the text as it is now. */
export function answer(panel: Opened, answered: Answer): void {
  panel.answer = answered;
  display(panel, answered);
}

/** Shows it in the page, in the language of now. */
export function display(panel: Opened, answered: Answer): void {
  useTexts();
  post(panel, { type: 'answer', answer: answered, texts: texts(), language: language() });
}

/** What kubectl prints at the second that is chosen in the page; undefined where nothing was simulated. */
export function outputsOf({ target, drawn, second }: Opened): PanelOutputs | undefined {
  if (!drawn) return undefined;
  const { run } = drawn.result;
  return {
    target,
    async textOf(output) {
      const { kubectlTextOfSent } = await import('../panel/outputs/kubectl-text.ts');
      return kubectlTextOfSent(output, run, second);
    },
  };
}
