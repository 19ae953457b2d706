import {
  type Connection,
  type InitializeParams,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type { Settings } from '../application/settings/settings.ts';
import type { SimulateParams } from '../application/simulation/answer.ts';
import { simulationText } from '../language/simulation-text.ts';
import { render, textsIn } from '../messages/render.ts';
import { valueAt } from '../plain/node-path.ts';
import { readWrittenRun } from '../simulator/run/written/written-run.ts';
import type { Editor } from './editor.ts';
import { type SimulateAnswer, simulateCommand } from './requests.ts';
import type { Simulate } from './simulate-request.ts';

/** Keeps a text where an editor can open it; its address. */
export type KeepText = (name: string, text: string) => string;

interface How {
  readonly editor: Editor;
  readonly simulate: Simulate;
  /** Where there is a place for texts. */
  readonly keepText: KeepText | undefined;
  settingsOf(uri: string): Settings;
}

export interface SimulateCommand {
  initialize(params: InitializeParams): void;
  /** The commands that this server answers: none where the editor answers them itself (`initializationOptions: {simulates: true}`). */
  readonly commands: readonly string[];
  /** Whether somebody answers the command of a lens. */
  isAnswered(): boolean;
}

/**
 * Answers the command of lenses for editors without a panel of ours: the simulation is a text that the editor opens beside, where it
 * can, and otherwise a message with its outcome. The command's result is the text, for whoever scripts an editor.
 */
export function answerSimulateCommand(connection: Connection, { editor, simulate, keepText, settingsOf }: How): SimulateCommand {
  let simulates = false;

  connection.onExecuteCommand(async ({ command, arguments: given }, token) => {
    const [uri, id]: readonly unknown[] = Array.isArray(given) ? given : [];
    if (command !== simulateCommand || typeof uri !== 'string')
      throw new ResponseError(
        LSPErrorCodes.RequestFailed,
        `${command} takes the address of a document, and which object of it: {document, item}.`,
      );
    const { language } = settingsOf(uri);
    const answer = await simulate({ uri, ...objectOf(id) }, token);
    if (answer.status !== 'simulated') {
      tell(MessageType.Warning, reasonOf(answer, language));
      return null;
    }
    const text = simulationText({ ...answer, run: readWrittenRun(answer.run) }, textsIn(language));
    const kept = keepText?.(`${answer.name || 'job'}.simulation.txt`, text);
    const isShown = kept !== undefined && (await show(kept));
    if (!isShown) tell(MessageType.Info, [answer.outcome, kept ?? ''].join(' ').trim());
    return text;
  });

  /** A message, and no question, which an editor would have to answer. */
  function tell(type: MessageType, message: string): void {
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  async function show(uri: string): Promise<boolean> {
    if (!editor.can.window?.showDocument?.support) return false;
    const { success } = await connection.window.showDocument({ uri, takeFocus: true });
    return success;
  }

  return {
    initialize({ initializationOptions }) {
      simulates = valueAt(initializationOptions, ['simulates']) === true;
    },
    get commands() {
      return simulates ? [] : [simulateCommand];
    },
    // One that says nothing at all of its workspace is taken for one that can.
    isAnswered: () => simulates || editor.can.workspace === undefined || editor.can.workspace.executeCommand !== undefined,
  };
}

/** The first object of the document where nothing else is said. */
function objectOf(id: unknown): Pick<SimulateParams, 'document' | 'item'> {
  const [document, item] = [valueAt(id, ['document']), valueAt(id, ['item'])];
  return { document: typeof document === 'number' ? document : 0, ...(typeof item === 'number' ? { item } : {}) };
}

function reasonOf(answer: Exclude<SimulateAnswer, { readonly status: 'simulated' }>, language: Settings['language']): string {
  if (answer.status === 'unfinished') return answer.message;
  const said = answer.status === 'refused' ? answer.problems.map(({ line, message }) => `${line + 1}: ${message}`) : [];
  return [render('not-simulated-refused', {}, language), ...said].join(' ');
}
