import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseManifests } from '../manifest/parse.ts';
import { textRange } from '../manifest/source.ts';
import type * as api from './api.ts';
import { placeOf } from './places.ts';

export const parse: typeof api.parse = (manifest) => {
  if (typeof manifest !== 'string') throw new TypeError('what is parsed is a text');
  const text = TextDocument.create('', 'yaml', 0, manifest);
  return parseManifests(manifest).documents.map((document) => ({
    document: document.index,
    line: text.positionAt(document.start).line + 1,
    value: document.body.value,
    reading: document.body.reading,
    placeOf(path) {
      const range = document.body.valueRange(path);
      return range && placeOf(textRange({ text, document }, range));
    },
  }));
};
