/** What a text may be given to say. */
export type Argument = string | number | boolean | readonly string[] | Quotation;

/** What somebody else said, such as the API server: it is never cut short. */
export interface Quotation {
  readonly quoted: string;
}

/** Arguments by name, whatever text they are for. */
export type Arguments = Readonly<Record<string, Argument>>;

/** A text that is given nothing. */
export type NoArguments = Readonly<Record<string, never>>;

/** A text with `{name}` where an argument goes, or a function where the wording depends on the arguments. */
export type Message = string | ((args: never) => string);

/** Texts by code; one table per subject, so that the texts of a rule are easy to find. */
export type MessageTable = Readonly<Record<string, Message>>;

/** The words between braces in a text; what holds more than a word there is no argument. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends '' | `${string}${' ' | ',' | ':' | '"'}${string}` ? never : Name) | Placeholders<Rest>
  : never;

/** What a text must be given: each of its placeholders, or what its function takes. */
export type ArgumentsIn<Text> = Text extends (args: infer Args extends Arguments) => string
  ? Args
  : Text extends string
    ? [Placeholders<Text>] extends [never]
      ? NoArguments
      : { readonly [Name in Placeholders<Text>]: Argument }
    : never;

/** The texts of a table in another language, each with the arguments that it has in the first. */
export type Translation<Table> = { readonly [Code in keyof Table]: string | ((args: ArgumentsIn<Table[Code]>) => string) };

/** A text in another language, but that it must have the placeholders of the first. */
export type SamePlaceholders<Here, There> = [There, Here] extends [infer Theirs extends string, infer Ours extends string]
  ? [Placeholders<Theirs>, Placeholders<Ours>] extends [Placeholders<Ours>, Placeholders<Theirs>]
    ? There
    : { readonly 'must have the placeholders': Placeholders<Ours> }
  : There;

/** The texts of a table with the placeholders of the first language; none may be too many. */
type SameTexts<Table, Texts> = {
  readonly [Code in keyof Texts]: Code extends keyof Table ? SamePlaceholders<Table[Code], Texts[Code]> : never;
};

/** Declares the texts of a table in another language: `translationOf<typeof names>()({ … })`. */
export function translationOf<Table extends MessageTable>() {
  return <const Texts extends Translation<Table>>(texts: Texts & SameTexts<Table, Texts>): Translation<Table> => texts;
}

/** The text with its arguments in their places. Whoever asks for a text by its code has been held to `ArgumentsIn` there. */
export function fill(message: Message, args: Arguments): string {
  if (typeof message === 'function') return message(args as never);
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    return written(value);
  });
}

function written(value: Argument): string {
  if (typeof value !== 'object') return String(value);
  return 'quoted' in value ? value.quoted : value.join(', ');
}
