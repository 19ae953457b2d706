import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** How many places the slider has, and where it stands. */
  readonly places: number;
  readonly place: number;
  /** What it says now, in words, and whether nobody said so. */
  readonly value: string;
  readonly isAssumed: boolean;
  readonly onPlace: (place: number) => void;
  /** What the links in the list of assumptions lead to. */
  readonly name: string;
}

/** A slider for one thing that a run takes for granted. */
export function Control({ label, places, place, value, isAssumed, onPlace, name }: Props) {
  const id = useId();
  return (
    <div class="control">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={places - 1}
        step={1}
        value={place}
        data-control={name}
        aria-valuetext={value}
        style={{ '--share': `${(place / Math.max(1, places - 1)) * 100}%` }}
        onInput={({ currentTarget }) => onPlace(Number(currentTarget.value))}
      />
      <output for={id} class={isAssumed ? 'quiet' : undefined}>
        {value}
      </output>
    </div>
  );
}
