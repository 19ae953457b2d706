/** What the YAML library says most often, in words that say what to do; the rest stays in its own. */
const details: readonly (readonly [RegExp, string])[] = [
  [/^All mapping items must start at the same column$/, 'begin all keys of a map in one column'],
  [/^All sequence items must start at the same column$/, 'begin all items of a list in one column'],
  [/^Flow (?:sequence|map) in block collection must be sufficiently indented and end with a (.)$/, 'close it with $1'],
  [/^Flow (?:sequence|map) must end with a (.)$/, 'close it with $1'],
  [/^Block scalar values in collections must be indented$/, 'indent the text behind | or > more than its key'],
  [/^Block scalar lines must not be less indented than their .*$/, 'indent all lines of the text as much as its first'],
  [/^Block scalars with more-indented leading empty lines .*$/, 'the empty lines before the text may not be indented more than it'],
  [/^Block scalar header includes extra characters: (.*)$/, 'begin the text on the line below | or >, not with $1 beside it'],
  [/^Missing closing (["'])quote$/, 'close the text with $1'],
  [/^Missing , between .* items$/, 'put a comma between the items'],
  [/^Missing , or : between .* items$/, 'put a comma or a colon between the items'],
  [/^Missing space after : in .*$/, 'put a blank behind the colon'],
  [/^Missing newline after block sequence props$/, 'begin the list on its own line'],
  [/^Missing directives-end.* indicator line$/, 'put a line --- behind the directives'],
  [/^Implicit map keys need to be followed by map values$/, 'put a colon and a blank behind the key'],
  [/^Sequence item without - indicator$/, 'put a dash and a blank before the item'],
  [/^Tags and anchors must be separated from the next token by white space$/, 'put a blank behind the tag or anchor'],
  [/^Nested mappings are not allowed in compact mappings$/, 'put the second key on its own line, or the value in quotes'],
  [/^A block sequence may not be used as an implicit map key$/, 'a list cannot be a key; check the indentation'],
  [/^Implicit keys (?:of flow sequence pairs )?need to be on a single line$/, 'a key is missing its colon, or goes on over several lines'],
  [/^Block collections are not allowed within flow collections$/, 'write what stands in brackets with brackets and commas only'],
  [/^Plain value cannot start with .* (.)$/, 'put text that begins with $1 in quotes'],
  [/^Invalid escape sequence (.*)$/, '$1 means nothing in double quotes; use single quotes'],
  [/^Unexpected block-seq-ind on same line with key$/, 'put the list on the lines below its key'],
  [/^Unexpected scalar at node end$/, 'more text stands behind the value; put all of it in quotes'],
  [/^Unexpected .* in YAML stream: "(.*)"$/, '$1 is not expected here; check the line above'],
  [/^Unexpected , in .*$/, 'no item stands before the comma'],
  [/^Unexpected .* (?:token|at node end)$/, 'this is not expected here; check the line above'],
  [/^A node can have at most one (anchor|tag)$/, 'keep one $1 only'],
];

export function yamlDetail(detail: string): string {
  const found = details.find(([pattern]) => pattern.test(detail));
  return found ? detail.replace(found[0], found[1]) : detail;
}
