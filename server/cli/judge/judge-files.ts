import { resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, type Analyzer, createAnalyzer } from '../../application/analysis.ts';
import { analysisInPieces, isReadInPieces, longText } from '../../application/analysis-in-pieces.ts';
import { configurationName } from '../../application/configuration/configuration-name.ts';
import { isTestName, testedNames } from '../../application/expectations/test-name.ts';
import { type AllFacts, factsAt } from '../../application/facts/facts-at.ts';
import type { KnownFacts } from '../../application/facts/known-facts.ts';
import { factsInForce } from '../../application/findings/facts-in-force.ts';
import { fileFindings } from '../../application/findings/file-findings.ts';
import type { FileFinding, LocatedFinding } from '../../application/located-finding.ts';
import { ownFileFindings, ownFormatOf } from '../../application/own-files/own-file.ts';
import { isScenarioName, manifestNames } from '../../application/scenario/scenario-name.ts';
import { asFilledIn, type Settings } from '../../application/settings/settings.ts';
import { objectNamed } from '../../application/simulation/accept.ts';
import { nearbyOnDisk } from '../../files/files-nearby.ts';
import { kustomizationsBeside } from '../../files/kustomizations-beside.ts';
import { type FoundFile, readFound } from '../../files/manifests-at.ts';
import { readFirst, type TextFile, type Unread } from '../../files/read-file.ts';
import { isPractice } from '../../validation/judge/judged-finding.ts';
import { detailsOf } from '../report/finding-details.ts';
import { type FileFindings, type ReportedFinding, reported } from '../report/reported-finding.ts';
import { analyseInPlace, analysePiecesInPlace } from './analyse-in-place.ts';
import { byTemplate } from './by-template.ts';
import { practicesJudged, settingsInForce } from './settings-by-file.ts';
import { keepHeapBounded, keepHeapSmall, veryLongText } from './small-heap.ts';

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

/** Reads and judges each file when it is asked for, in their order; of a long file piece by piece. */
export function* judgeFiles(files: Iterable<FoundFile>, { settings, facts, details }: HowToJudge): Generator<JudgedFile> {
  const { whole, isLong, inPieces, tellsPractices } = filesInPlace(settings, facts);
  for (const found of files) {
    const read = readFound(found);
    if ('unread' in read) {
      yield read;
      continue;
    }
    // What nobody is shown is not looked up.
    const isShown = ({ finding }: LocatedFinding) => details && (!isPractice(finding) || tellsPractices(read));
    if (isLong(read)) yield* onePractice(inPieces(read), (analysis) => judgeFile(found, read, analysis, isShown));
    else yield* judgeWhole(found, read, whole(read), isShown);
  }
}

/** Whether a report for people shows a finding. */
type IsShown = (located: LocatedFinding) => boolean;

/** What helm printed is piped to us; a file has lines of its own. */
function judgeWhole(found: FoundFile, read: TextFile, analysis: Analysis, isShown: IsShown): Iterable<FileFindings> {
  const judged = judgeFile(found, read, analysis, isShown);
  return found.file === '-' ? byTemplate(judged, analysis) : [judged];
}

export interface FilesInPlace {
  readonly whole: (read: TextFile) => Analysis;
  readonly isLong: (read: TextFile) => boolean;
  /** For long files. */
  readonly inPieces: (read: TextFile) => Iterable<Analysis>;
  /** Whether practices may be told of a file: judged they are in any case. */
  readonly tellsPractices: (read: TextFile) => boolean;
}

/** Reads each file as what stands around it takes it. */
export function filesInPlace(settings: Settings, facts: AllFacts): FilesInPlace {
  const analyzer = createAnalyzer(Date.now);
  const knownAt = factsAt(facts);
  const inForce = settingsInForce(settings);
  const settingsAt = (file: string) => practicesJudged(inForce(file));
  const around = nearbyOnDisk(configurationName);
  // Where nothing is known of any namespace nobody looks far for one.
  const isKnown = facts.documents.length > 0 || facts.configured.some((one) => one.facts);
  const { isPatch, namespaceOf } = kustomizationsBeside(isKnown ? around : undefined);
  const factsOf = (file: string) => knownAt(resolve(file), namespaceOf(file));
  return {
    whole({ file, text }) {
      if (text.length > longText) keepHeapBounded();
      const known = factsOf(file);
      const here = settingsAt(file);
      return analyseInPlace(around, isPatch(file), (partial, filling) =>
        analyse(analyzer, { file, text }, asFilledIn(here, filling), partial, known),
      );
    },
    isLong: ({ file, text, notUtf8 }) => file !== '-' && !notUtf8 && !isScenarioName(file) && isReadInPieces(text, settingsAt(file)),
    inPieces({ file, text: content }) {
      const known = factsOf(file);
      const here = settingsAt(file);
      if (content.length > veryLongText) keepHeapSmall();
      else keepHeapBounded();
      const text = TextDocument.create(file, 'yaml', 1, content);
      return analysePiecesInPlace(around(file), isPatch(file), (partial, filling) =>
        filling.isFilledIn
          ? [analyse(analyzer, { file, text: content }, asFilledIn(here, filling), partial, known)]
          : analysisInPieces({ text, settings: here, partial, facts: known }, Date.now),
      );
    },
    // What is piped to us may be told of templates, each where its own configuration says so.
    tellsPractices: ({ file }) => file === '-' || inForce(file).advice === 'all',
  };
}

/** The findings of a file piece by piece, in which each practice is told once. */
function* onePractice(pieces: Iterable<Analysis>, judged: (piece: Analysis) => FileFindings): Generator<FileFindings> {
  const told = new Set<string>();
  let goesOn: true | undefined;
  for (const piece of pieces) {
    const result = judged(piece);
    const findings = result.findings.filter(({ practice, code }) => !practice || !told.has(code));
    for (const { practice, code } of findings) if (practice) told.add(code);
    yield { ...result, findings, ...(goesOn ? { goesOn } : {}) };
    goesOn = true;
  }
}

function judgeFile(found: FoundFile, { file, notUtf8 }: TextFile, analysis: Analysis, isShown: IsShown): FileFindings {
  const located = [...fileFindings(analysis, notUtf8), ...testFindings(found, file, analysis)];
  const findings = located.map((one) => (isShown(one) ? { ...reported(one), details: detailsOf(one, analysis) } : reported(one)));
  const objects = analysis.objects.length + analysis.carried.length;
  const inForce = factsInForce(analysis);
  const judged = { file, objects, findings: isScenarioName(file) ? asScenario(found, findings, analysis.settings) : findings };
  return inForce.length > 0 ? { ...judged, inForce } : judged;
}

/**
 * What is wrong with a file of tests; of a folder's only beside its manifest: other tools have such names, too. A configuration is told
 * of where it counts.
 */
function testFindings({ named }: FoundFile, file: string, analysis: Analysis): readonly FileFinding[] {
  if (!isTestName(file) || ownFormatOf(analysis) !== 'tests') return [];
  const findings = ownFileFindings(analysis);
  return findings.length === 0 || named || readFirst(testedNames(file)) ? findings : [];
}

/** Nothing is kept of it: a run comes to each text once. */
function analyse(
  analyzer: Analyzer,
  { file, text }: Pick<TextFile, 'file' | 'text'>,
  settings: Settings,
  partial = false,
  facts?: KnownFacts,
): Analysis {
  const analysis = analyzer.analyse(TextDocument.create(file, 'yaml', 1, text), settings, partial, facts);
  analyzer.forget(file);
  return analysis;
}

/** Faults in a scenario name the object that it plays. A file of a folder is one only beside its manifest: other tools have scenarios too. */
function asScenario({ file, named }: FoundFile, findings: readonly ReportedFinding[], settings: Settings): readonly ReportedFinding[] {
  if (findings.length === 0) return findings;
  const manifest = readFirst(manifestNames(file));
  if (!manifest) return named ? findings : findings.filter(({ reason }) => reason !== 'Scenario');
  const played = 'text' in manifest ? objectNamed(analyse(createAnalyzer(Date.now), manifest, settings))?.judged : undefined;
  const about = { document: 0, kind: played?.kind ?? null, name: played?.name ?? null };
  return findings.map((one) => (one.reason === 'Scenario' ? { ...one, about } : one));
}
