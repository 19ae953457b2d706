// Reads the descriptions of the API's fields from the type declarations of @kubernetes/client-node. They are other
// people's text, so they are made at build time and never committed (see NOTICE).
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const models = join(dirname(require.resolve('@kubernetes/client-node')), 'gen/models');
/** Kubejob has its own words for all fields of these. */
const ourOwn = /\.batch\.v1\./;

/** `Type.field` -> description, and `Type` -> description of the type; both without what has none. */
export function fieldDocs({ types }) {
  const docs = {};
  for (const name of Object.keys(types)) {
    if (ourOwn.test(name)) continue;
    const type = name.slice(name.lastIndexOf('.') + 1);
    const file = [`V1${type}`, `CoreV1${type}`].map((model) => join(models, `${model}.d.ts`)).find((path) => existsSync(path));
    if (!file) continue;
    const declaration = readFileSync(file, 'utf8');
    const classDoc = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export declare class/.exec(declaration);
    if (classDoc) docs[type] = plain(classDoc[1]);
    for (const [, text, field] of declaration.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*'(\w+)'\??:/g))
      docs[`${type}.${field}`] = plain(text);
    for (const field of Object.keys(types[name].properties ?? {}))
      if (docs[`${type}._${field}`]) docs[`${type}.${field}`] = docs[`${type}._${field}`];
  }
  return docs;
}

function plain(comment) {
  return comment
    .replace(/^\s*\*\s?/gm, '')
    .replace(/\\(["'`])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
