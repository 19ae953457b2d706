import { factsInWords } from '../../../application/facts/facts-words.ts';
import { factsAbout } from '../../../application/findings/facts-in-force.ts';
import type { ValueKind } from './value-kind.ts';

/** A namespace: what is known to be in force in the object's own. */
export const namespace: ValueKind = {
  meaning({ analysis, object, path }) {
    const facts = path[0] === 'metadata' ? factsAbout(object, analysis) : undefined;
    const lines = facts ? factsInWords(facts).map((words) => `\n- \`${words}\``) : [];
    return lines.length > 0 ? `${analysis.texts('facts-in-force')}\n${lines.join('')}` : undefined;
  },
};
