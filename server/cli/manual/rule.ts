import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { decoding } from '../../messages/en/decoding.ts';
import { job } from '../../messages/en/job.ts';
import { names } from '../../messages/en/names.ts';
import { containers } from '../../messages/en/pod/containers.ts';
import { placement } from '../../messages/en/pod/placement.ts';
import { resources } from '../../messages/en/pod/resources.ts';
import { security } from '../../messages/en/pod/security.ts';
import { shared } from '../../messages/en/pod/shared.ts';
import { volumes } from '../../messages/en/pod/volumes.ts';
import { warnings } from '../../messages/en/pod/warnings.ts';
import { wholePod } from '../../messages/en/pod/whole-pod.ts';
import { adviceRules } from '../../validation/advice/index.ts';
import { rulePages } from '../generated/rule-pages.ts';
import { type ExitStatus, exitStatus, type Streams } from '../streams/streams.ts';

/** What the API server says, by its code. */
const verdicts: Readonly<Record<string, unknown>> = {
  ...{ ...decoding, ...names, ...job, ...shared, ...containers, ...resources },
  ...{ ...security, ...volumes, ...placement, ...wholePod, ...warnings },
};

/** `kubejob rule NAME`: the page of a rule; without a name the rules of ours that there are. */
export function explainRule(name: string | undefined, streams: Streams): ExitStatus {
  const text = name === undefined ? overview() : (pageText(name) ?? verdictText(name));
  if (text === undefined) {
    const near = nearestNames(name ?? '', [...Object.keys(rulePages), ...Object.keys(verdicts)]);
    streams.error(`kubejob: no rule is called ${JSON.stringify(name)}${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}\n`);
    return exitStatus.couldNotRun;
  }
  streams.out(text);
  return exitStatus.good;
}

function pageText(name: string): string | undefined {
  return Object.hasOwn(rulePages, name) ? rulePages[name] : undefined;
}

function verdictText(name: string): string | undefined {
  if (!Object.hasOwn(verdicts, name)) return undefined;
  const text = verdicts[name];
  const says = typeof text === 'string' ? `\n> ${text}\n` : '';
  return `# ${name}\n\nThe API server's own word, not a rule of ours: it cannot be silenced. Each message says what to do.\n${says}`;
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
