/** Puts a button behind a code that copies it without its blanks. */
export function enhanceCopying(code: HTMLElement): void {
  const text = code.dataset.copy;
  if (!text || !navigator.clipboard) {
    return;
  }
  // seen and announced; the button keeps its name
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = code.dataset.copyLabel ?? '';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = code.dataset.copied ?? '';
    } catch {
      // refused by the reader or the browser: the code stays selectable
      getSelection()?.selectAllChildren(code);
    }
  });
  code.after(' ', button, ' ', said);
}
