/** Milliseconds without a key stroke after which a text is searched for. */
const TYPING_PAUSE_MS = 300;

/**
 * Calls back when the reader pauses while typing, never during a composition: the letters typed into an input
 * method are not text yet.
 * @returns a function that cancels the call that is due, for a search that starts by itself
 */
export function onPause(input: HTMLInputElement, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  const restart = () => {
    cancel();
    timer = setTimeout(callback, TYPING_PAUSE_MS);
  };
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) restart();
  });
  input.addEventListener('compositionstart', cancel);
  input.addEventListener('compositionend', restart);
  return cancel;
}
