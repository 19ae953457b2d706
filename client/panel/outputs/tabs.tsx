import { type Output, outputs } from '../host/messages.ts';

interface Props {
  readonly names: Readonly<Record<Output, string>>;
  readonly selected: Output;
  readonly onSelect: (output: Output) => void;
  readonly label: string;
}

/** One of them is open; arrows go from one to the next, as in all lists of tabs. */
export function Tabs({ names, selected, onSelect, label }: Props) {
  const go = (by: number, list: HTMLElement) => {
    const next = outputs[(outputs.indexOf(selected) + by + outputs.length) % outputs.length] ?? selected;
    onSelect(next);
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(by, event.currentTarget);
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {outputs.map((output) => (
        <button
          key={output}
          id={`tab-${output}`}
          type="button"
          role="tab"
          class="plain"
          aria-selected={output === selected}
          aria-controls="output"
          tabIndex={output === selected ? 0 : -1}
          onClick={() => onSelect(output)}
        >
          {names[output]}
        </button>
      ))}
    </div>
  );
}
