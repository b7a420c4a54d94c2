const PHONE = '(max-width: 48rem)';

/** On a phone the link to the filters becomes a button that opens them as a sheet instead of leading to them below the hits. */
export function enhanceFacets(facets: HTMLElement): void {
  const fallback = document.querySelector<HTMLAnchorElement>('a[href="#facets"]');
  if (!fallback) {
    return;
  }
  const opener = document.createElement('button');
  opener.type = 'button';
  opener.className = fallback.className;
  opener.textContent = fallback.textContent;
  opener.setAttribute('aria-haspopup', 'dialog');
  opener.setAttribute('aria-expanded', 'false');
  fallback.replaceWith(opener);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'sheet-close button button-quiet';
  close.textContent = facets.dataset.close ?? '';
  facets.prepend(close);

  const shut = (): void => {
    if (!facets.classList.contains('sheet')) {
      return;
    }
    facets.classList.remove('sheet');
    facets.setAttribute('role', 'complementary');
    facets.removeAttribute('aria-modal');
    opener.setAttribute('aria-expanded', 'false');
    opener.focus();
  };

  opener.addEventListener('click', () => {
    facets.classList.add('sheet');
    facets.setAttribute('role', 'dialog');
    facets.setAttribute('aria-modal', 'true');
    opener.setAttribute('aria-expanded', 'true');
    close.focus();
  });
  close.addEventListener('click', shut);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      shut();
    } else if (event.key === 'Tab' && facets.classList.contains('sheet')) {
      keepFocusInside(facets, event);
    }
  });
  document.addEventListener('click', (event) => {
    const target = event.target as Node;
    if (!facets.contains(target) && !opener.contains(target)) {
      shut();
    }
  });
  matchMedia(PHONE).addEventListener('change', shut);
}

function keepFocusInside(sheet: HTMLElement, event: KeyboardEvent): void {
  const stops = [...sheet.querySelectorAll<HTMLElement>('a[href], button')];
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}
