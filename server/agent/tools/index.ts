import { readFacts } from '../../application/facts/read-facts.ts';
import { checkInput } from './check-input.ts';
import { explainTool } from './explain-tool.ts';
import { nextRunsTool } from './next-runs-tool.ts';
import { simulateTool } from './simulate-tool.ts';
import { refusal, type Tool, type ToolAnswer } from './tool.ts';
import { validateTool } from './validate-tool.ts';

/** What agents can ask for, by the Model Context Protocol as in VS Code. */
export const tools: readonly Tool[] = [validateTool, simulateTool, explainTool, nextRunsTool];

/** Runs a tool with what an agent sent; undefined where there is none of that name. `now` in milliseconds since 1970. */
export function runTool(name: string, sent: unknown, now: number): ToolAnswer | undefined {
  const tool = tools.find((one) => one.name === name);
  if (!tool) return undefined;
  const checked = checkInput(tool.inputSchema, sent);
  if ('fault' in checked) return refusal(checked.fault);
  const { facts } = checked.input;
  const known = typeof facts === 'string' ? readFacts(facts) : undefined;
  return known && 'fault' in known ? refusal(`The argument facts cannot be used: ${known.fault}`) : tool.run(checked.input, now);
}
