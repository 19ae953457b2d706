import { t } from '@vscode/l10n';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';
import type { MenuItem, Question } from './menu-items.ts';

interface Props {
  readonly title: string;
  readonly items: readonly MenuItem[];
  /** From the left and the upper edge of the window, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly onEdit: (edit: WhatIfEdit) => void;
  readonly onClose: () => void;
}

/** A menu of changes. Arrows move in it, Escape closes it; what needs a value asks for it in place. */
export function Menu({ title, items, x, y, onEdit, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [asked, ask] = useState<Question | undefined>(undefined);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose();
    };
    window.addEventListener('pointerdown', outside);
    window.addEventListener('blur', onClose);
    return () => {
      window.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', onClose);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const done = (edit: WhatIfEdit | undefined) => {
    if (!edit) return;
    onEdit(edit);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (!asked && ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) move(box.current, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const width = 240;
  const left = Math.max(4, Math.min(x, window.innerWidth - width - 4));
  const top = Math.max(4, Math.min(y, window.innerHeight - (items.length + 1) * 26 - 16));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are those of the menu within.
    <div class="menu" ref={box} style={{ left: `${left}px`, top: `${top}px`, width: `${width}px` }} onKeyDown={onKeyDown}>
      <p class="quiet">{title}</p>
      {asked ? (
        <Asked question={asked} onDone={done} />
      ) : (
        <div role="menu" aria-label={title}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => ('edit' in item ? done(item.edit) : ask(item.ask))}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function move(box: HTMLElement | null, key: string): void {
  const items = [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const at = items.findIndex((item) => item.matches(':focus'));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[key] ?? 0;
  items.at(next >= items.length ? 0 : next)?.focus();
}

function Asked({ question, onDone }: { readonly question: Question; readonly onDone: (edit: WhatIfEdit | undefined) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(question.initial);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const edit = question.editOf(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(edit);
      }}
    >
      <label>
        {question.label}
        <input
          ref={input}
          type="text"
          value={text}
          aria-invalid={edit === undefined}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={edit === undefined}>
        {t('Apply')}
      </button>
    </form>
  );
}
