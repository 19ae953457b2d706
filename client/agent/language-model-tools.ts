import { type ExtensionContext, LanguageModelTextPart, type LanguageModelTool, LanguageModelToolResult, lm } from 'vscode';
import { type ToolParams, type ToolResult, toolRequest } from '../../server/protocol/requests.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';

/** The tools that the extension's manifest tells agents of; behind each stands the server's of the same name, as `kubejob mcp` has it. */
export function registerLanguageModelTools(context: ExtensionContext, server: Server): void {
  const doing: Readonly<Record<string, () => string>> = {
    validate: () => t('Validating the manifest'),
    simulate: () => t('Simulating the Job'),
    explain: () => t('Reading what happened to the Job'),
    next_runs: () => t('Looking for the next runs'),
  };
  for (const [name, invocationMessage] of Object.entries(doing))
    context.subscriptions.push(lm.registerTool(`kubejob_${name}`, languageModelTool(name, invocationMessage, server)));
}

/** It reads nothing but what it is given and changes nothing, so it asks for no confirmation. */
function languageModelTool(name: string, invocationMessage: () => string, server: Server): LanguageModelTool<object> {
  return {
    prepareInvocation: () => ({ invocationMessage: invocationMessage() }),
    async invoke({ input }, token) {
      const params: ToolParams = { name, input };
      const answer = await server.request<ToolResult>(toolRequest, params, token);
      return new LanguageModelToolResult([new LanguageModelTextPart(answer?.text ?? '')]);
    },
  };
}
