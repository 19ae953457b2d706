import { bounds } from '../../estimate/bounds/bounds.ts';
import { statedControls } from '../../simulator/what-if/stated-controls.ts';
import type { Analysis } from '../analysis.ts';
import type { ObjectId } from '../object-id.ts';
import { findObject } from '../object-ranges.ts';
import type { SimulateResult } from '../simulation/answer.ts';
import { worstTexts } from '../simulation/worst.ts';
import { explain } from './explain.ts';

/** What happened to a Job of a cluster, as the text tells of it: the same answer that a simulation gives, with why in its sentence. */
export function explainObject(analysis: Analysis, id: ObjectId): SimulateResult {
  const { text, settings, texts } = analysis;
  const object = findObject(analysis, id);
  if (object?.judged.kind !== 'Job') return { status: 'gone' };
  const { name } = object.judged;
  const found = explain(text.getText(), name ?? undefined, { version: settings.kubernetesVersion, texts });
  if ('unexplained' in found) return { status: 'unfinished', kind: 'Job', name, message: found.unexplained, problems: [] };
  const { job, run, outcome, why, unknown, simulated, manifest } = found;
  const said = [...unknown, texts('explain-manifest', { outcome: { quoted: simulated.manifest } })];
  return {
    status: 'simulated',
    kind: 'Job',
    name: job,
    run,
    outcome: [outcome, ...why].join(' '),
    assumptions: said.map((sentence) => ({ text: sentence })),
    reasons: [],
    actions: [],
    refusals: [],
    worst: worstTexts(manifest, texts),
    inForce: { scenario: null, controls: statedControls({}), assumedRunTime: null, mostAtOnce: bounds(manifest.spec ?? {}).mostAtOnce },
  };
}
