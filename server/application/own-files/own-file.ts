import type { Analysis } from '../analysis.ts';
import { checkConfiguration } from '../configuration/check-configuration.ts';
import { isConfigurationName } from '../configuration/configuration-name.ts';
import { readTestFile } from '../expectations/test-file.ts';
import { isTestName } from '../expectations/test-name.ts';
import type { FileFinding } from '../located-finding.ts';
import { locateFaults } from '../scenario/scenario-findings.ts';
import type { TextFault } from '../text-fault.ts';

/** What our own files are: how containers behave, what is expected of simulations, how files are judged. */
export type OwnFormat = 'scenario' | 'tests' | 'configuration';

/** What a file is by its name, if it is one that holds nothing else; undefined for manifests and scenarios. */
export function ownFormatOf({ text }: Pick<Analysis, 'text'>): 'tests' | 'configuration' | undefined {
  const { uri } = text;
  if (isConfigurationName(uri)) return 'configuration';
  // Manifests may be called so, too.
  return isTestName(uri) && !/^["']?(?:apiVersion|kind)["']?\s*:/m.test(text.getText()) ? 'tests' : undefined;
}

/** What is wrong with a configuration or a file of tests. A file of another tool that only has the name of ours is left alone. */
export function ownFileFindings(analysis: Analysis): readonly FileFinding[] {
  return locateFaults(faultsOf(analysis), { start: 0, document: 0, object: undefined }, analysis);
}

function faultsOf(analysis: Analysis): readonly TextFault[] {
  const text = analysis.text.getText();
  switch (ownFormatOf(analysis)) {
    case 'configuration':
      return checkConfiguration(text);
    case 'tests': {
      const read = /^["']?tests["']?\s*:/m.test(text) ? readTestFile(text) : { tests: [] };
      return 'faults' in read ? read.faults : [];
    }
    default:
      return [];
  }
}
