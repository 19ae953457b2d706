import { onceIn } from '../../../plain/once-per.ts';
import type { Subject } from './subject.ts';

/** A rule as far as it is asked. */
interface Asked {
  find(subject: Subject): readonly unknown[];
}

/** What is known of a spec that several objects share, or one object in several versions. */
interface Met<Rule> {
  /** The time from which coming runs were looked for. */
  now: number | undefined;
  times: number;
  left: readonly Rule[];
}

/**
 * The rules that are to be asked of a subject, of which `spec` is the object's: of a spec that was met before not those that were
 * silent then and cannot but be silent again. What of the subject they look at is watched the second time that the spec is met.
 */
export function rulesLeft<Rule extends Asked>(rules: readonly Rule[]): (spec: object | undefined, subject: Subject) => readonly Rule[] {
  const metBefore = onceIn(
    (spec: object) => spec,
    (): Met<Rule> => ({ now: undefined, times: 0, left: rules }),
  );
  return (spec, subject) => {
    if (!spec || !standsAlone(subject)) return rules;
    const met = metBefore(spec);
    if (met.now !== subject.now) Object.assign(met, { now: subject.now, times: 0, left: rules });
    met.times += 1;
    if (met.times === 2) met.left = rules.filter((rule) => !isSettled(rule, subject));
    return met.left;
  };
}

/** Whether nothing but the object decides what is said of it. */
function standsAlone({ partial, claims, takenByFlux }: Subject): boolean {
  return !partial && claims.size === 0 && takenByFlux.length === 0;
}

/** Whether a rule has nothing to say, and looks at nothing beyond the spec to know that. */
function isSettled(rule: Asked, subject: Subject): boolean {
  let looksBeyond = false;
  const watched = new Proxy(subject, {
    get(target, name) {
      looksBeyond ||= name === 'metadata' || (name === 'jobMetadata' && !target.cronJob);
      return Reflect.get(target, name);
    },
  });
  return rule.find(watched).length === 0 && !looksBeyond;
}
