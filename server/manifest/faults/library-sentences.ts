import type { Detail } from '../../messages/en/yaml-details.ts';

/** The sentences of the `yaml` library (2.9, its folders compose and parse), and what they come to. */
const sentences: readonly (readonly [RegExp, Detail['detail']])[] = [
  [/^All mapping items must start at the same column$/, 'map-column'],
  [/^All sequence items must start at the same column$/, 'list-column'],
  [/^Flow (?:sequence|map) in block collection must be sufficiently indented and end with a (.)$/, 'close-indented'],
  [/^Flow (?:sequence|map) must end with a (.)$/, 'close'],
  [/^Flow end indicator should be more indented than parent$/, 'closing-column'],
  [/^Block scalar values in collections must be indented$/, 'block-indented'],
  [/^Block scalar lines must not be less indented than their .*$/, 'block-lines'],
  [/^Block scalars with more-indented leading empty lines .*$/, 'block-empty-lines'],
  [/^Block scalar header includes extra characters: (.*)$/, 'block-header'],
  [/^Missing closing (["'])quote$/, 'closing-quote'],
  [/^Missing , between .* items$/, 'comma'],
  [/^Missing , or : between .* items$/, 'comma-or-colon'],
  [/^Missing space after : in .*$/, 'blank-behind-colon'],
  [/^Missing newline after block sequence props$/, 'list-on-own-line'],
  [/^Missing directives-end.* indicator line$/, 'directives-end'],
  [/^Comments must be separated from other tokens by white space characters$/, 'blank-before-comment'],
  [/^Implicit map keys need to be followed by map values$/, 'colon'],
  [/^Sequence item without - indicator$/, 'dash'],
  [/^Tags and anchors must be separated from the next token by white space$/, 'blank-behind-tag'],
  [/^Nested mappings are not allowed in compact mappings$/, 'two-keys-on-a-line'],
  [/^A block sequence may not be used as an implicit map key$/, 'list-as-key'],
  [/^Implicit keys (?:of flow sequence pairs )?need to be on a single line$/, 'key-of-several-lines'],
  [/^Block collections are not allowed within flow collections$/, 'block-in-brackets'],
  [/^Plain value cannot start with .* (.)$/, 'plain-start'],
  [/^Invalid escape sequence (.*)$/, 'escape'],
  [/^Unexpected block-seq-ind on same line with key$/, 'list-beside-key'],
  [/^Unexpected scalar at node end$/, 'text-behind-value'],
  [/^Unexpected .* in YAML stream: "(.*)"$/, 'unexpected-text'],
  [/^(?:Unexpected , in|Unexpected empty item in) .*$/, 'item-before-comma'],
  [/^Unexpected .* (?:token|at node end)$/, 'unexpected'],
  [/^A node can have at most one anchor$/, 'one-anchor'],
  [/^A node can have at most one tag$/, 'one-tag'],
  [/^(?:Alias|Anchor) cannot be an empty string$/, 'sign-alone'],
  [/^An alias node must not specify any properties$/, 'alias-with-tag'],
  [/^Anchors and tags must be after the .* indicator$/, 'tag-behind'],
  [/^The : indicator must be at most 1024 chars .*$/, 'key-too-long'],
  [/\btags?\b/, 'tag'],
  [/^Block collection cannot start on same line with directives-end marker$/, 'behind-separator'],
  [/^Not a YAML token: .*$/, 'unexpected'],
];

/** What a sentence of the library says, as a code with the sign that it names. Of a sentence that is not known nothing goes along. */
export function detailOf(sentence: string): Detail {
  for (const [pattern, detail] of sentences) {
    const match = pattern.exec(sentence);
    if (match) return { detail, sign: match[1] ?? '' };
  }
  return { detail: 'other', sign: '' };
}
