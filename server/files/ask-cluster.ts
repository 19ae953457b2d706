import { type AskCluster, kubectlArguments } from '../cluster/questions.ts';
import { runTool } from './run-tool.ts';

/** A large namespace has thousands of pods: their JSON is about 5 kB each. */
const limits = { timeLimit: 60_000, outputLimit: 20 * 1024 * 1024 };

export const askCluster: AskCluster = async (kubectl, question, signal) => {
  const run = await runTool(kubectl, kubectlArguments(question), { ...limits, ...(signal ? { signal } : {}) });
  if (run.status === 'missing') return { status: 'no-kubectl' };
  if (run.status === 'stopped') return run;
  if (run.code === 0) return { status: 'answered', text: run.out };
  return { status: 'refused', message: run.error.trim().replaceAll(/\s+/g, ' ') || `kubectl ended with ${run.code}`, text: run.out };
};
