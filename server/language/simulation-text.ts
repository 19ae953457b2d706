import type { SimulateResult } from '../application/simulation/answer.ts';
import type { Texts } from '../messages/render.ts';
import { describeText } from '../simulator/kubectl/describe.ts';
import { getText, type Resource } from '../simulator/kubectl/get.ts';
import { at } from '../simulator/run/at.ts';
import { finishOf } from '../simulator/run/finish.ts';

type Simulated = SimulateResult & { readonly status: 'simulated' };

/** A simulation as one text, for editors that have no panel: how it ends, what was assumed, and what kubectl prints of it. */
export function simulationText({ kind, name, run, outcome, worst, refusals, assumptions }: Simulated, texts: Texts): string {
  const whole = at(run);
  // A Job that waits a day or longer for its TTL is shown as it stood when it had ended.
  const moment = run.watched === 'day' ? at(run, finishOf(run)) : whole;
  const described = describeText(moment);
  const resources: readonly Resource[] = kind === 'CronJob' ? ['cronjobs', 'jobs'] : ['jobs'];
  return `${[
    [`${kind} ${name}: ${outcome}`, ...worst].join('\n'),
    ...part(
      texts('summary-refused-edits'),
      refusals.map(({ t, text }) => `${t} s  ${text}`),
    ),
    ...part(
      texts('summary-assumptions'),
      assumptions.map(({ text }) => text),
    ),
    ...resources.map((resource) => `$ kubectl get ${resource} --watch\n${getText(resource, whole, { watch: true })}`),
    ...(['pods', 'events'] as const).map((resource) => `$ kubectl get ${resource}\n${getText(resource, moment)}`),
    ...(described ? [`$ kubectl describe ${kind.toLowerCase()} ${name}\n${described}`] : []),
  ]
    .map((one) => one.trimEnd())
    .join('\n\n')}\n`;
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [[title, ...lines.map((line) => `  - ${line}`)].join('\n')] : [];
}
