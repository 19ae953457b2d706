interface Props {
  readonly kind: string;
  readonly name: string | null;
  readonly files: readonly string[];
}

/** The object, and the files that it was read from. */
export function Title({ kind, name, files }: Props) {
  return (
    <header>
      <h1>{name ?? kind}</h1>
      <span class="quiet">{[kind, ...files].join(' · ')}</span>
    </header>
  );
}
