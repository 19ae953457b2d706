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

/** The account that the pods run as: the secrets that it brings to pull images with. */
export const serviceAccount: ValueKind = {
  meaning({ analysis, object, value }) {
    const account = factsAbout(object, analysis)?.serviceAccounts.find(({ name }) => name === value);
    return account && analysis.texts('account-pulls', { secrets: { quoted: account.pullSecrets.join(', ') } });
  },
};
