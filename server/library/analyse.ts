import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, createAnalyzer } from '../application/analysis.ts';
import { factDocuments, factsFromFile, gatheredFacts, type KnownFacts } from '../application/facts/known-facts.ts';
import { adviceChoices } from '../application/settings/setting-list.ts';
import { readSettings, type Settings, versionsOf } from '../application/settings/settings.ts';
import { readVersionRange, type VersionRange } from '../kubernetes/version-range.ts';
import { kubernetesVersions, newestVersion } from '../kubernetes/versions.ts';
import type { ValidateOptions } from './api.ts';
import { oneOf } from './one-of.ts';

const defaultFile = 'manifest.yaml';

/** The analysis of a text as a caller of the library asks for it. Throws where the caller is at fault, never for what the text says. */
export function analyse(text: string, { kubernetesVersion, language, advice, facts, file = defaultFile }: ValidateOptions = {}): Analysis {
  if (typeof text !== 'string') throw new TypeError('the manifest is a text: for an object, pass JSON.stringify(object)');
  if (facts !== undefined && typeof facts !== 'string') throw new TypeError('facts are a text, of YAML or JSON');
  const said = { language: oneOf('a language', languages, language ?? 'en'), advice: oneOf('advice', adviceChoices, advice ?? 'pitfalls') };
  const settings: Settings = {
    ...readSettings(said, 'en'),
    ...versionsOf(versionRange(kubernetesVersion)),
  };
  return createAnalyzer().analyse(TextDocument.create(file, 'yaml', 0, text), settings, false, factsIn(text, facts));
}

const languages: readonly NonNullable<ValidateOptions['language']>[] = ['en', 'ko'];

/** Throws a `RangeError` where the text names no version that is known. */
export function versionRange(asked: string = newestVersion): VersionRange {
  const range = readVersionRange(asked);
  if (!range) throw new RangeError(unknownVersion(asked));
  return range;
}

/** What is said of a version, or range of them, that is not known. */
export function unknownVersion(asked: string): string {
  return `Kubernetes ${asked} is not known: it is one of ${kubernetesVersions.join(', ')}, or a range of them`;
}

/** What is in force by a text of its own, or by what the manifest says itself. */
function factsIn(manifest: string, facts: string | undefined): KnownFacts {
  if (facts !== undefined) return factsFromFile(factDocuments(facts));
  return { documents: gatheredFacts(factDocuments(manifest), defaultFile, undefined), namespace: undefined };
}
