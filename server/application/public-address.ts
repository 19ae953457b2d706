import { isAdviceCode } from '../validation/advice/index.ts';

/**
 * Where the project lives for everybody: the address of its repository, without a slash at its end. Links to pages of rules,
 * reports of wrong verdicts and the manifest of the extension follow from it; undefined until there is one, and then nothing links
 * anywhere. A test holds package.json to it.
 */
const publicAddress: string | undefined = undefined;

/** The page of a rule of ours; undefined for the API server's own words, which have none, and where there is no public address. */
export function rulePageAddress(code: string, address = publicAddress): string | undefined {
  return address === undefined || !isAdviceCode(code) ? undefined : `${address}/blob/main/docs/rules/${code}.md`;
}

/** Where one learns what Kubejob is; undefined where there is no public address. */
export function projectAddress(address = publicAddress): string | undefined {
  return address;
}

/** What package.json says of it, so that the galleries and npm link there: nothing where there is no public address. */
export function addressesOfPackage(address = publicAddress): Readonly<Record<string, unknown>> {
  if (address === undefined) return {};
  return {
    repository: { type: 'git', url: `git+${address}.git` },
    bugs: { url: `${address}/issues` },
    homepage: `${address}#readme`,
  };
}
