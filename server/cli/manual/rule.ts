import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { changes } from '../../messages/en/changes.ts';
import { charts } from '../../messages/en/charts.ts';
import { configuration } from '../../messages/en/configuration.ts';
import { decoding } from '../../messages/en/decoding.ts';
import { fixes } from '../../messages/en/fixes.ts';
import { job } from '../../messages/en/job.ts';
import { names } from '../../messages/en/names.ts';
import { namespace } from '../../messages/en/namespace.ts';
import { containers } from '../../messages/en/pod/containers.ts';
import { placement } from '../../messages/en/pod/placement.ts';
import { resources } from '../../messages/en/pod/resources.ts';
import { security } from '../../messages/en/pod/security.ts';
import { shared } from '../../messages/en/pod/shared.ts';
import { volumes } from '../../messages/en/pod/volumes.ts';
import { warnings } from '../../messages/en/pod/warnings.ts';
import { wholePod } from '../../messages/en/pod/whole-pod.ts';
import { scenario } from '../../messages/en/scenario.ts';
import { schedule } from '../../messages/en/schedule.ts';
import { adviceRules } from '../../validation/advice/index.ts';
import { rulePages } from '../generated/rule-pages.ts';
import { type ExitStatus, exitStatus, type Streams } from '../streams/streams.ts';

/** What the API server says, by its code. */
const verdicts: Readonly<Record<string, unknown>> = {
  ...{ ...decoding, ...names, ...job, ...shared, ...containers, ...resources },
  ...{ ...security, ...volumes, ...placement, ...wholePod, ...warnings },
};

/** What is told of namespaces, changes, scenarios, charts and layout, by its code; the titles of fixes stand among them. */
const others: Readonly<Record<string, unknown>> = {
  ...namespace,
  ...changes,
  ...scenario,
  ...schedule,
  ...configuration,
  ...charts,
  ...fixes,
};

/** `kubejob rule NAME`: the page of a rule; without a name the rules of ours that there are. */
export function explainRule(name: string | undefined, streams: Streams): ExitStatus {
  const unknown = name === undefined ? undefined : unknownRule(name);
  if (unknown !== undefined) {
    streams.error(`kubejob: ${unknown}\n`);
    return exitStatus.couldNotRun;
  }
  const text = name === undefined ? overview() : (pageText(name) ?? wordOf(name));
  streams.out(text);
  return exitStatus.good;
}

/** Of a name that no finding has in brackets: that, and what may have been meant; undefined where one has it. */
function unknownRule(name: string): string | undefined {
  const known = [rulePages, verdicts, others].flatMap((table) => Object.keys(table)).filter((one) => !one.startsWith('fix-'));
  if (known.includes(name)) return undefined;
  const near = nearestNames(name, known);
  return `no rule is called ${JSON.stringify(name)}${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '; kubejob rule lists those of ours'}`;
}

/** The same of the first of some names that nobody knows. */
export function firstUnknown(names: readonly string[]): string | undefined {
  return names.map(unknownRule).find((unknown) => unknown !== undefined);
}

function pageText(name: string): string | undefined {
  return Object.hasOwn(rulePages, name) ? rulePages[name] : undefined;
}

/** What is no rule of ours has no page. */
function wordOf(name: string): string {
  const isVerdict = Object.hasOwn(verdicts, name);
  const text = isVerdict ? verdicts[name] : others[name];
  const says = typeof text === 'string' ? `\n> ${text}\n` : '';
  const about = isVerdict ? "The API server's own word, not a rule of ours: it" : 'No rule that a configuration knows: it';
  return `# ${name}\n\n${about} cannot be silenced. Each message says what to do.\n${says}`;
}

/** Each rule with what it is about, which is how its page begins. */
function overview(): string {
  const width = Math.max(...adviceRules.map(({ code }) => code.length));
  const line = (code: string) => `  ${code.padEnd(width)}  ${about(rulePages[code] ?? '')}`;
  const of = (tier: 'pitfall' | 'practice') => adviceRules.filter((rule) => rule.tier === tier).map(({ code }) => line(code));
  return [
    'Pitfalls, which are shown:',
    ...of('pitfall'),
    '',
    'Practices, shown with --advice all:',
    ...of('practice'),
    '',
    'kubejob rule NAME explains one. What the API server refuses has a name in brackets, too.',
    '',
  ].join('\n');
}

/** The first paragraph behind the tier. */
function about(page: string): string {
  return page.split('\n\n')[2]?.replaceAll('\n', ' ') ?? '';
}
