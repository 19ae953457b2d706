import type { Analysis } from '../application/analysis.ts';
import { objectNamed } from '../application/simulation/accept.ts';
import type { SimulateParams, SimulateResult } from '../application/simulation/answer.ts';
import { simulateFound } from '../application/simulation/simulate-object.ts';
import type { Texts } from '../messages/render.ts';
import { reasonsOf } from '../simulator/run/reasons/reasons-of.ts';
import { analyse, versionRange } from './analyse.ts';
import type * as api from './api.ts';

const scenarioFile = 'scenario';

export const simulate: typeof api.simulate = (text, options = {}) => {
  const { name, scenario, until, seed, ...how } = options;
  if (until !== undefined && !(until >= 0)) throw new RangeError('a run is watched for some seconds, 0 or more');
  if (seed !== undefined && !(Number.isSafeInteger(seed) && seed >= 0)) throw new RangeError('a seed is a whole number, 0 or more');
  if (scenario !== undefined && typeof scenario !== 'string') throw new TypeError('a scenario is a text, of YAML or JSON');
  const analysis = analyse(text, { ...how, kubernetesVersion: newestOf(how.kubernetesVersion) });
  const object = objectNamed(analysis, name);
  if (!object) return nothingThere(analysis, name);
  const asked: Omit<SimulateParams, 'uri' | 'document'> = {
    ...(scenario === undefined ? {} : { scenario: { file: scenarioFile, text: scenario } }),
    ...(until === undefined ? {} : { until }),
    ...(seed === undefined ? {} : { whatIf: { edits: [{ kind: 'seed', seed }] } }),
  };
  return simulationOf(
    simulateFound(analysis, object, asked, () => false),
    analysis.texts,
  );
};

/** A range is judged by all of its versions, and played by the newest. */
function newestOf(asked: string | undefined): string {
  const [first, ...newer] = versionRange(asked);
  return newer.at(-1) ?? first;
}

function nothingThere({ objects, texts }: Analysis, name: string | undefined): api.NotSimulated {
  const names = objects.flatMap(({ judged }) => judged.name ?? []);
  const message =
    name === undefined || names.length === 0 ? texts('not-simulated-nothing') : texts('not-simulated-no-such', { name, names });
  return { status: 'gone', message, problems: [] };
}

function simulationOf(result: SimulateResult, texts: Texts): api.Simulation {
  switch (result.status) {
    case 'simulated': {
      const { kind, name, outcome, run, reasons, worst } = result;
      const { assumptions: _, ...summary } = run.summary;
      return {
        status: 'simulated',
        kind,
        name,
        outcome,
        summary,
        assumptions: result.assumptions.map((one) => one.text),
        reasons: reasonsOf(run, reasons).map(({ t, text }) => ({ t, text })),
        worst,
        run,
      };
    }
    case 'refused': {
      const message = result.what === 'object' ? texts('not-simulated-refused') : texts('not-simulated-scenario');
      return { status: 'refused', message, problems: problemsOf(result.problems) };
    }
    case 'unfinished':
      return { status: 'unfinished', message: result.message, problems: problemsOf(result.problems) };
    case 'gone':
      return { status: 'gone', message: texts('not-simulated-nothing'), problems: [] };
  }
}

type Problems = Extract<SimulateResult, { readonly status: 'refused' }>['problems'];

function problemsOf(problems: Problems): api.NotSimulated['problems'] {
  return problems.map(({ uri, line, character, message }) => ({
    of: uri === scenarioFile ? 'scenario' : 'manifest',
    line: line + 1,
    column: character + 1,
    message,
  }));
}
