/** What the YAML library says most often, in Korean; the rest stays in its own words. */
const details: readonly (readonly [RegExp, string])[] = [
  [/^All mapping items must start at the same column$/, '한 맵의 키는 모두 같은 열에서 시작해야 합니다'],
  [/^All sequence items must start at the same column$/, '한 목록의 항목은 모두 같은 열에서 시작해야 합니다'],
  [/^Flow (?:sequence|map) in block collection must be sufficiently indented and end with a (.)$/, '더 들여쓰고 $1 기호로 닫아야 합니다'],
  [/^Flow end indicator should be more indented than parent$/, '닫는 괄호를 바깥 키보다 더 들여써야 합니다'],
  [/^Block scalar values in collections must be indented$/, '| 또는 > 뒤의 텍스트를 더 들여써야 합니다'],
  [/^Block scalar lines must not be less indented than their .*$/, '| 또는 > 뒤의 모든 줄을 첫 줄만큼 들여써야 합니다'],
  [/^Block scalars with more-indented leading empty lines .*$/, '| 또는 > 뒤의 빈 줄이 첫 줄보다 더 들여쓰여 있습니다'],
  [/^Block scalar header includes extra characters: (.*)$/, '| 또는 > 뒤에는 다음 줄부터 텍스트를 써야 합니다: $1'],
  [/^Missing closing (["'])quote$/, '닫는 따옴표($1)'],
  [/^Missing , between .* items$/, '항목 사이의 쉼표'],
  [/^Missing , or : between .* items$/, '항목 사이의 쉼표 또는 콜론'],
  [/^Missing space after : in .*$/, '콜론 뒤의 공백'],
  [/^Missing newline after block sequence props$/, '목록 앞의 줄 바꿈'],
  [/^Missing directives-end.* indicator line$/, '문서를 시작하는 --- 줄'],
  [/^Comments must be separated from other tokens by white space characters$/, '# 앞의 공백'],
  [/^Implicit map keys need to be followed by map values$/, '키 뒤의 콜론'],
  [/^Sequence item without - indicator$/, '목록 항목 앞의 -'],
  [/^Tags and anchors must be separated from the next token by white space$/, '태그나 앵커 뒤의 공백'],
  [/^Nested mappings are not allowed in compact mappings$/, '한 줄에 키를 둘 쓸 수 없습니다. 줄을 나누거나 값을 따옴표로 감싸십시오'],
  [/^A block sequence may not be used as an implicit map key$/, '목록은 키가 될 수 없습니다'],
  [/^Implicit keys (?:of flow sequence pairs )?need to be on a single line$/, '키가 여러 줄에 걸쳐 있습니다. 콜론이 빠졌는지 확인하십시오'],
  [/^Block collections are not allowed within flow collections$/, '[ ]나 { } 안에는 여러 줄 목록이나 맵을 쓸 수 없습니다'],
  [/^Plain value cannot start with .* (.)$/, '$1 기호로 시작하는 값은 따옴표로 감싸십시오'],
  [/^Invalid escape sequence (.*)$/, '큰따옴표 안에 쓸 수 없는 이스케이프: $1'],
  [/^Unexpected block-seq-ind on same line with key$/, '목록 항목의 -는 키의 다음 줄에 써야 합니다'],
  [/^Unexpected scalar at node end$/, '값이 끝난 뒤에 다른 텍스트가 있습니다'],
  [/^Unexpected .* in YAML stream: "(.*)"$/, '여기에 올 수 없는 것이 있습니다: $1'],
  [/^Unexpected , in .*$/, '쉼표 앞에 항목이 없습니다'],
  [/^Unexpected .* (?:token|at node end)$/, '여기에 올 수 없는 것이 있습니다'],
  [/^A node can have at most one anchor$/, '앵커는 하나만 붙일 수 있습니다'],
  [/^A node can have at most one tag$/, '태그는 하나만 붙일 수 있습니다'],
];

export function yamlDetail(detail: string): string {
  const found = details.find(([pattern]) => pattern.test(detail));
  return found ? detail.replace(found[0], found[1]) : detail;
}
