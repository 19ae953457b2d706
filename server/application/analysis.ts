import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import type { ManifestBody, ManifestFile } from '../manifest/document.ts';
import { filledIn } from '../manifest/kustomize/flux-variables.ts';
import { parseManifests } from '../manifest/parse.ts';
import type { Source } from '../manifest/source.ts';
import { misreadSeparatorOf } from '../manifest/split.ts';
import type { Texts } from '../messages/render.ts';
import { textsIn } from '../messages/render.ts';
import { judgeSeparator } from '../validation/judge/judge.ts';
import type { JudgedObject } from '../validation/judge/judged-object.ts';
import { isChartValues } from './chart-values.ts';
import { type KnownFacts, nothingKnown } from './facts/known-facts.ts';
import { filledInWithin } from './filled-in-within.ts';
import { claimsOf, type Judges, judgeSettings, judgesKept } from './how-to-judge.ts';
import { inlinePatchesOf } from './inline-patches.ts';
import { asFilledIn, eachOlderVersion, type Settings } from './settings/settings.ts';

/** A Job or CronJob, or what claims to be one, and the document it stands in. */
export interface ObjectInText {
  readonly source: Source;
  readonly judged: JudgedObject;
  /** Whether it is a patch: what it leaves out stands elsewhere. */
  readonly partial: boolean;
  /** Whether it is a text within the text of a kustomization, and no document of its own. */
  readonly inline: boolean;
}

/** Everything that features need to know of one version of a text; made once, shared by all. */
export interface Analysis {
  readonly text: TextDocument;
  readonly file: ManifestFile;
  readonly objects: readonly ObjectInText[];
  /** Jobs and pods that objects of other projects carry (JobSet, RayJob, …): they are judged, and no more. */
  readonly carried: readonly ObjectInText[];
  readonly settings: Settings;
  readonly texts: Texts;
  /** Whether the file is a patch: what it leaves out stands elsewhere. */
  readonly partial: boolean;
  /** What is known of the namespaces that its objects may live in. */
  readonly facts: KnownFacts;
  /** The same text as the older versions of a range take it. */
  readonly inOlderVersions: readonly Analysis[];
  /** The objects of the version that was committed last, where there is one. */
  readonly committed: readonly JudgedObject[];
}

export interface Analyzer {
  /**
   * The same analysis for the same version, settings and facts; documents of a file that did not change are not judged again. `read` is
   * what was read of the text, where that was done already.
   */
  analyse(text: TextDocument, settings: Settings, partial?: boolean, facts?: KnownFacts, read?: ManifestFile): Analysis;
  /** Tells what was committed last of a text; undefined where nothing was. */
  setCommitted(uri: string, content: string | undefined): void;
  forget(uri: string): void;
}

/** `now` tells the time, in epoch milliseconds, from which the coming runs of schedules are looked for; its day counts. */
export function createAnalyzer(now?: () => number): Analyzer {
  /** With the version that it is of: a TextDocument changes in place. */
  const latest = new Map<string, { readonly analysis: Analysis; readonly version: number; readonly asked: Settings }>();
  /** The latest of each text, from which the next takes what did not change; older ones are not kept. */
  const files = new Map<string, ManifestFile>();
  const committed = new Map<string, ManifestFile>();
  /** One for each older version of a range, where one is in force. */
  const others = new Map<KubernetesVersion, Analyzer>();
  const ofVersion = (version: KubernetesVersion) => {
    const known = others.get(version) ?? createAnalyzer(now);
    others.set(version, known);
    return known;
  };
  const judgesFor = judgesKept();
  return {
    analyse(text, asked, partial = false, facts = nothingKnown, read = undefined) {
      const known = latest.get(text.uri);
      if (known?.version === text.version && known.asked === asked && isOf(known.analysis, { text, partial, facts })) return known.analysis;
      const settings = asked.variables ? asked : asFilledIn(asked, filledInWithin(text.getText()));
      const committedFile = committed.get(text.uri);
      const written = read ?? parseManifests(text.getText(), files.get(text.uri), committedFile);
      files.set(text.uri, written);
      const file = withVariables(written, settings);
      const judges = judgesFor(judgeSettings(settings, now?.()), {
        placeholders: settings.placeholders,
        claims: claimsOf(file.documents.map(({ body }) => body)),
      });
      const analysis: Analysis = {
        text,
        file,
        ...objectsIn({ text, file, partial }, judges),
        settings,
        partial,
        facts,
        texts: textsIn(settings.language),
        inOlderVersions: eachOlderVersion(settings).map((one) =>
          ofVersion(one.kubernetesVersion).analyse(text, one, partial, facts, written),
        ),
        committed: committedFile?.documents.flatMap(({ body }) => judges.judged(body, partial)) ?? [],
      };
      latest.set(text.uri, { analysis, version: text.version, asked });
      return analysis;
    },
    setCommitted(uri, content) {
      latest.delete(uri);
      if (content === undefined) committed.delete(uri);
      else committed.set(uri, parseManifests(content, files.get(uri)));
      for (const other of others.values()) other.setCommitted(uri, content);
    },
    forget(uri) {
      latest.delete(uri);
      files.delete(uri);
      committed.delete(uri);
      for (const other of others.values()) other.forget(uri);
    },
  };
}

/** The file with what the variables of its settings, if they have any, put into its documents. */
function withVariables(written: ManifestFile, { variables }: Settings): ManifestFile {
  if (!variables) return written;
  const fill = filledIn(variables);
  return { ...written, documents: written.documents.map((one) => ({ ...one, body: fill(one.body) })) };
}

/** The objects of a file that are ours, and what objects of other projects carry. */
function objectsIn(
  { text, file, partial }: Pick<Analysis, 'text' | 'file' | 'partial'>,
  { judged, carried }: Judges,
): Pick<Analysis, 'objects' | 'carried'> {
  const documents = file.documents.map((document) => {
    const found = judged(document.body, partial);
    return { source: { text, document }, ours: found.length > 0 && isChartValues(text.uri, document) ? [] : found };
  });
  const withoutOurs = documents.filter(({ ours }) => ours.length === 0);
  const holdsOurs = () => withoutOurs.length < documents.length;
  const isOurs = (source: Source) => (one: JudgedObject) => ({ source, judged: one, partial, inline: false });
  return {
    objects: documents.flatMap(({ source, ours }) =>
      ours.length > 0 ? ours.map(isOurs(source)) : foundBeside(source, partial, holdsOurs, (body) => judged(body, true)),
    ),
    carried: withoutOurs.flatMap(({ source }) => carried(source.document.body).map(isOurs(source))),
  };
}

/** In a document without objects of ours: what is wrong with its separator, where others of the file are ours, and patches in its texts. */
export function foundBeside(
  source: Source,
  partial: boolean,
  holdsOurs: () => boolean,
  judgePatch: (body: ManifestBody) => readonly JudgedObject[],
): readonly ObjectInText[] {
  const { text, document } = source;
  const { body } = document;
  const ofSeparator = isBehindSeparator(body) && holdsOurs() ? judgeSeparator(body) : [];
  return [
    ...ofSeparator.map((judged) => ({ source, judged, partial, inline: false })),
    ...inlinePatchesOf(body, text.uri).flatMap((patch) =>
      judgePatch(patch).map((judged) => ({
        source: { text, document: { ...document, body: patch } },
        judged,
        partial: true,
        inline: true,
      })),
    ),
  ];
}

/** Whether a document begins on the line of its separator, or of what only looks like one. */
function isBehindSeparator({ text }: ManifestBody): boolean {
  return /^---[^\S\r\n]*[^\s#]/.test(text) || misreadSeparatorOf(text) !== undefined;
}

/** Of what an analysis is made. */
export type Asked = Pick<Analysis, 'text' | 'settings' | 'partial' | 'facts'>;

function isOf(analysis: Analysis, { text, partial, facts }: Omit<Asked, 'settings'>): boolean {
  return analysis.text === text && analysis.partial === partial && analysis.facts === facts;
}

/** The object that an offset of the file is in; of several in one document the one whose place in the List holds it. */
export function objectAt(analysis: Analysis, offset: number): ObjectInText | undefined {
  const document = analysis.file.documents.findLast(({ start }) => start <= offset) ?? analysis.file.documents[0];
  if (!document) return undefined;
  const patch = analysis.objects.find(({ source, inline }) => inline && source.document.index === document.index && holds(source, offset));
  if (patch) return patch;
  const inDocument = analysis.objects.filter(({ source }) => source.document === document);
  if (inDocument.length <= 1) return inDocument[0];
  return inDocument.findLast(({ judged }) => (document.body.valueRange(judged.at)?.start ?? 0) <= offset - document.start) ?? inDocument[0];
}

/** Whether the value of a document's body reaches over an offset of the file. */
function holds({ document: { start, body } }: Source, offset: number): boolean {
  const range = body.valueRange([]);
  return range !== undefined && range.start <= offset - start && offset - start <= range.end;
}
