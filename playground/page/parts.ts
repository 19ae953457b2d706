/** A part of the page by its id; the page is made with all of them. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}

export function select(id: string): HTMLSelectElement {
  const found = part(id);
  if (!(found instanceof HTMLSelectElement)) throw new Error(`${id} is no list to choose from.`);
  return found;
}

/** A sentence in which what stands between backticks is code. */
export function withCode(text: string): readonly Node[] {
  return text.split(/`([^`]+)`/).map((words, at) => {
    if (at % 2 === 0) return new Text(words);
    const code = document.createElement('code');
    code.textContent = words;
    return code;
  });
}

/** A text to read and to copy by hand. */
export function showDialog(title: string, text: string, close: string): void {
  const body = document.createElement('pre');
  body.textContent = text;
  body.tabIndex = 0;
  openDialog(title, body, close);
}

export function openDialog(title: string, body: HTMLElement, close: string): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  const head = document.createElement('h2');
  head.textContent = title;
  const button = document.createElement('button');
  button.textContent = close;
  button.addEventListener('click', () => dialog.close());
  dialog.append(head, body, button);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

let telling: number | undefined;

/** Says something for some seconds. */
export function tell(text: string): void {
  const place = part('told');
  place.textContent = text;
  place.hidden = false;
  clearTimeout(telling);
  telling = window.setTimeout(() => {
    place.hidden = true;
  }, 4000);
}
