// Loaded only by pages with charts. Each chart draws the rows of its table, which stands without this script; what draws
// is large and is fetched when the reader asks for it.
const button = document.querySelector<HTMLButtonElement>('[data-draw]');
const status = document.querySelector<HTMLElement>('[data-failed]');
const drawn = new WeakSet<HTMLElement>();

async function show(): Promise<void> {
  const { draw } = await import('./bars');
  for (const frame of document.querySelectorAll<HTMLElement>('[data-chart]')) {
    const table = document.getElementById(frame.dataset.chart ?? '');
    if (table && !drawn.has(frame)) {
      drawn.add(frame);
      draw(frame, table);
    }
  }
}

/** Frames have their room at once, so that nothing moves when they are drawn. */
function press(button: HTMLButtonElement, pressed: boolean): void {
  button.setAttribute('aria-pressed', String(pressed));
  document.documentElement.classList.toggle('charted', pressed);
}

button?.addEventListener('click', () => {
  const asked = button.getAttribute('aria-pressed') !== 'true';
  press(button, asked);
  if (status) {
    status.textContent = '';
  }
  if (asked) {
    show().catch(() => {
      press(button, false);
      if (status) {
        status.textContent = status.dataset.failed ?? '';
      }
    });
  }
});

export {};
