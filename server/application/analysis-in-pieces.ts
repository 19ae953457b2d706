import { parseBody } from '../manifest/body.ts';
import type { ManifestDocument } from '../manifest/document.ts';
import { type Part, splitDocuments } from '../manifest/split.ts';
import { textsIn } from '../messages/render.ts';
import { isBroken, judge, judgeEach } from '../validation/judge/judge.ts';
import { judgeCarried } from '../validation/judge/judge-carried.ts';
import { type Analysis, type Asked, foundBeside, type ObjectInText } from './analysis.ts';
import { isChartValues } from './chart-values.ts';
import { claimsAmong, howToJudge, judgeSettings, namesClaim } from './how-to-judge.ts';
import { eachOlderVersion, type Settings } from './settings/settings.ts';

/** A piece ends behind so many characters of the text, or so many objects or findings. */
export interface PieceSize {
  readonly characters: number;
  readonly objects: number;
  readonly findings: number;
}

const usualSize: PieceSize = { characters: 2 ** 20, objects: 1000, findings: 5000 };

/** In characters: in a shorter text there are not so many findings that their memory matters. */
export const longText = 2 ** 18;

/**
 * Whether a text is long enough for pieces, and nothing concerns all of its documents at once, as scenarios, placeholders and a range
 * of versions do.
 */
export function isReadInPieces(text: string, settings: Settings): boolean {
  if (text.length <= longText || settings.placeholders || text.includes('kubejob-scenario')) return false;
  return eachOlderVersion(settings).length === 0;
}

/**
 * What an analyzer finds in a text, piece by piece in its order, of which nothing is kept: for who judges a long text once. Each
 * piece has its own documents and objects alone. `now` as for an analyzer.
 */
export function* analysisInPieces(asked: Asked, now?: () => number, most = usualSize): Generator<Analysis> {
  const { text, settings } = asked;
  const parts = splitDocuments(text.getText());
  const texts = textsIn(settings.language);
  let piece = emptyPiece(0);
  for (const { document, objects, carried } of judgedDocuments(parts, asked, now)) {
    piece.documents.push(document);
    for (const judged of objects) {
      piece.objects.push(judged);
      piece.findings += judged.judged.findings.length;
      // The faults of a broken document stand anywhere in it.
      if ((piece.objects.length < most.objects && piece.findings < most.findings) || isBroken(document.body)) continue;
      yield analysisOf(piece);
      piece = emptyPiece(document.start);
      piece.documents.push(document);
    }
    piece.carried.push(...carried());
    if (document.start - piece.start < most.characters) continue;
    yield analysisOf(piece);
    piece = emptyPiece(document.start);
  }
  yield analysisOf(piece);

  function analysisOf({ documents, objects, carried }: Piece): Analysis {
    return { ...asked, file: { documents }, objects, carried, texts, inOlderVersions: [], committed: [] };
  }
}

interface Piece {
  readonly start: number;
  readonly documents: ManifestDocument[];
  readonly objects: ObjectInText[];
  readonly carried: ObjectInText[];
  findings: number;
}

function emptyPiece(start: number): Piece {
  return { start, documents: [], objects: [], carried: [], findings: 0 };
}

interface JudgedDocument {
  readonly document: ManifestDocument;
  /** Judged when they are asked for. */
  readonly objects: Iterable<ObjectInText>;
  /** To be asked when all objects were. */
  readonly carried: () => readonly ObjectInText[];
}

function* judgedDocuments(parts: readonly Part[], { text, settings, partial }: Asked, now?: () => number): Generator<JudgedDocument> {
  const ofFile = {
    claims: claimsAmong(parts.filter(({ text: part }) => namesClaim(part)).map(({ text: part }) => parseBody(part))),
    partial,
    placeholders: settings.placeholders,
  };
  const wanted = judgeSettings(settings, now?.());
  const how = howToJudge(wanted, ofFile);
  const asPatch = { ...how, partial: true };
  const hasObjects = new WeakSet<ManifestDocument>();
  const holdsOurs = () => parts.some((part) => judge(parseBody(part.text), how).length > 0);
  for (const [index, part] of parts.entries()) {
    const document = { index, start: part.start, body: parseBody(part.text) };
    yield { document, objects: objectsIn(document), carried: () => (hasObjects.has(document) ? [] : carriedIn(document)) };
  }

  function* objectsIn(document: ManifestDocument): Generator<ObjectInText> {
    const source = { text, document };
    for (const judged of judgeEach(document.body, how)) {
      if (!hasObjects.has(document) && isChartValues(text.uri, document)) break;
      hasObjects.add(document);
      yield { source, judged, partial, inline: false };
    }
    if (!hasObjects.has(document)) yield* foundBeside(source, partial, holdsOurs, (body) => judge(body, asPatch));
  }

  function carriedIn(document: ManifestDocument): readonly ObjectInText[] {
    const judged = judgeCarried(document.body, { ...wanted, placeholders: settings.placeholders });
    return judged.map((one) => ({ source: { text, document }, judged: one, partial, inline: false }));
  }
}
