/** Puts a button behind a code that copies it without its blanks. */
export function enhanceCopying(code: HTMLElement): void {
  const text = code.dataset.copy;
  if (!text || !navigator.clipboard) {
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = code.dataset.copyLabel ?? '';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = code.dataset.copied ?? '';
    } catch {
      // refused by the reader or the browser: the code stays selectable
      getSelection()?.selectAllChildren(code);
    }
  });
  const said = document.createElement('span');
  said.setAttribute('aria-live', 'polite');
  said.append(button);
  code.after(' ', said);
}
