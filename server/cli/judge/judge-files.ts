import { resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, createAnalyzer } from '../../application/analysis.ts';
import { type AllFacts, factsAt } from '../../application/facts/facts-at.ts';
import type { KnownFacts } from '../../application/facts/known-facts.ts';
import { factsInForce } from '../../application/findings/facts-in-force.ts';
import { fileFindings } from '../../application/findings/file-findings.ts';
import { isScenarioName, manifestNames } from '../../application/scenario/scenario-name.ts';
import { configurationName } from '../../application/settings/configuration.ts';
import { type Settings, withPlaceholders } from '../../application/settings/settings.ts';
import { objectNamed } from '../../application/simulation/accept.ts';
import { nearbyOnDisk } from '../../files/files-nearby.ts';
import { kustomizationsBeside } from '../../files/kustomizations-beside.ts';
import { type FoundFile, readFound } from '../../files/manifests-at.ts';
import { readFirst, type TextFile, type Unread } from '../../files/read-file.ts';
import { detailsOf } from '../report/finding-details.ts';
import { type FileFindings, type ReportedFinding, reported } from '../report/reported-finding.ts';
import { analyseInPlace } from './analyse-in-place.ts';
import { byTemplate } from './by-template.ts';
import { settingsByFile } from './settings-by-file.ts';

/** What is to be said of a file, or why it could not be read. */
export type JudgedFile = FileFindings | Unread;

/** How files are judged. */
export interface HowToJudge {
  readonly settings: Settings;
  /** Of the namespaces that the files speak of. */
  readonly facts: AllFacts;
  /** Whether findings come with what a report for people shows beside their messages. */
  readonly details: boolean;
}

/** Reads and judges each file when it is asked for, in their order. */
export function* judgeFiles(files: readonly FoundFile[], { settings, facts, details }: HowToJudge): Generator<JudgedFile> {
  const inPlace = analysesInPlace(settings, facts);
  for (const found of files) {
    const read = readFound(found);
    if ('unread' in read) {
      yield read;
      continue;
    }
    const analysis = inPlace(read);
    const judged = judgeFile(found, read, analysis, details);
    // What helm printed is piped to us; a file has lines of its own.
    yield* found.file === '-' ? byTemplate(judged, analysis) : [judged];
  }
}

/** Reads each file as what stands around it takes it. */
export function analysesInPlace(settings: Settings, facts: AllFacts): (read: TextFile) => Analysis {
  const { isPatch, namespaceOf } = kustomizationsBeside();
  const knownAt = factsAt(facts);
  const settingsAt = settingsByFile(settings);
  const around = nearbyOnDisk(configurationName);
  return ({ file, text }) => {
    const known = knownAt(resolve(file), namespaceOf(file));
    const here = settingsAt(file);
    return analyseInPlace(around, isPatch(file), (partial, filledIn) =>
      analyse(file, text, filledIn ? withPlaceholders(here) : here, partial, known),
    );
  };
}

function judgeFile(found: FoundFile, { file, notUtf8 }: TextFile, analysis: Analysis, details: boolean): FileFindings {
  const located = fileFindings(analysis, notUtf8);
  const findings = located.map((one) => (details ? { ...reported(one), details: detailsOf(one, analysis) } : reported(one)));
  const objects = analysis.objects.length + analysis.carried.length;
  const inForce = factsInForce(analysis);
  const judged = { file, objects, findings: isScenarioName(file) ? asScenario(found, findings, analysis.settings) : findings };
  return inForce.length > 0 ? { ...judged, inForce } : judged;
}

function analyse(file: string, text: string, settings: Settings, partial: boolean, facts?: KnownFacts): Analysis {
  return createAnalyzer(Date.now).analyse(TextDocument.create(file, 'yaml', 1, text), settings, partial, facts);
}

/** Faults in a scenario name the object that it plays. A file of a folder is one only beside its manifest: other tools have scenarios too. */
function asScenario({ file, named }: FoundFile, findings: readonly ReportedFinding[], settings: Settings): readonly ReportedFinding[] {
  if (findings.length === 0) return findings;
  const manifest = readFirst(manifestNames(file));
  if (!manifest) return named ? findings : findings.filter(({ reason }) => reason !== 'Scenario');
  const played = 'text' in manifest ? objectNamed(analyse(manifest.file, manifest.text, settings, false))?.judged : undefined;
  const about = { document: 0, kind: played?.kind ?? null, name: played?.name ?? null };
  return findings.map((one) => (one.reason === 'Scenario' ? { ...one, about } : one));
}
