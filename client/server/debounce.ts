/** Calls `action` once, `delay` milliseconds after the last of several calls. */
export function debounced(delay: number, action: () => void): { readonly call: () => void; readonly dispose: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call: () => {
      clearTimeout(timer);
      timer = setTimeout(action, delay);
    },
    dispose: () => clearTimeout(timer),
  };
}
