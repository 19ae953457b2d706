import { semanticTokens, tokenLegend } from '../../../server/language/colours/semantic-tokens.ts';
import { analysisOf } from '../../analysis.ts';

/** What is coloured in a text, each with its kind: `main variable declaration`. */
export function tokensOf(text: string): readonly string[] {
  const data = semanticTokens(analysisOf(text));
  const lines = text.split('\n');
  const tokens: string[] = [];
  for (let index = 0, line = 0, character = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifier = 0] = data.slice(index, index + 5);
    character = down === 0 ? character + right : right;
    line += down;
    tokens.push(`${lines[line]?.slice(character, character + length)} ${tokenLegend.tokenTypes[type]}${modifier ? ' declaration' : ''}`);
  }
  return tokens;
}
