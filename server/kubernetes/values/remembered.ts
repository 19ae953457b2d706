/** Far more different texts than a manifest has, and no burden to keep. */
const most = 1000;

/** A pure function of a text that keeps its answers, for small texts that come again and again. They must not be changed. */
export function remembered<T, Text extends string = string>(compute: (text: Text) => T): (text: Text) => T {
  const answers = new Map<Text, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = compute(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
