import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis, ObjectInText } from '../../../server/application/analysis.ts';
import { editedScenario } from '../../../server/application/scenario/edited-scenario.ts';
import type { ScenarioFile } from '../../../server/application/scenario/scenario-source.ts';
import { accept, objectNamed } from '../../../server/application/simulation/accept.ts';
import { writeYaml } from '../../../server/manifest/write-yaml.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import type { WhatIf } from '../../../server/simulator/what-if/what-if-edit.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { whatIfEdits, writtenScenarios } from '../../simulator/what-if/arbitrary-edits.ts';

const job = jobWith({ spec: 'completions: 4\nparallelism: 2\nbackoffLimit: 2', container: 'command: [sleep, "3"]' });

function inFile(text: string): { readonly analysis: Analysis; readonly object: ObjectInText } {
  const analysis = analysisOf(text);
  const object = objectNamed(analysis);
  if (!object) throw new Error('there is no object');
  return { analysis, object };
}

/** The run of the object, as far as a page draws it. */
function runOf(text: string, file: ScenarioFile | undefined, whatIf: WhatIf) {
  const { analysis, object } = inFile(text);
  const accepted = accept(analysis, object, file, whatIf);
  if (accepted.status !== 'accepted') throw new Error(JSON.stringify(accepted));
  const { cronJob: _, ...run } = simulate(accepted.object, accepted.scenario, { version: '1.37', maxEvents: 20_000 });
  return run;
}

function saved(text: string, file: ScenarioFile | undefined, whatIf: WhatIf): ScenarioFile {
  const { analysis, object } = inFile(text);
  return { file: 'job.scenario.yaml', text: editedScenario(analysis, object, file, whatIf) ?? 'none' };
}

describe('a scenario that is saved', () => {
  test('simulates to the run that was saved, whatever was edited', () => {
    fc.assert(
      fc.property(writtenScenarios, whatIfEdits, fc.boolean(), (scenario, edits, withoutScenario) => {
        const file = { file: 'job.scenario.yaml', text: writeYaml([scenario]) };
        const whatIf = { edits, withoutScenario };
        expect(runOf(job, saved(job, file, whatIf), { edits: [] })).toEqual(runOf(job, file, whatIf));
      }),
      runs(60),
    );
  });
  test('takes along the one in the comments, as the file comes before it', () => {
    const text = `# kubejob-scenario:\n#   # slow\n#   run: {for: 7}\n${job}`;
    const whatIf: WhatIf = { edits: [{ kind: 'room', pods: 1 }] };
    const file = saved(text, undefined, whatIf);
    expect(file.text).toContain('# slow');
    expect(file.text).toContain('run: { for: 7 }');
    expect(runOf(text, file, { edits: [] })).toEqual(runOf(text, undefined, whatIf));
  });
  test('is nothing where the one in force is faulty', () => {
    const { analysis, object } = inFile(job);
    expect(editedScenario(analysis, object, { file: 'a.scenario.yaml', text: 'rum: 1' }, { edits: [] })).toBeUndefined();
  });
});
