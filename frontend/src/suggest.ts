interface Piece {
  text: string;
  marked: boolean;
}

interface Suggestion {
  id: string;
  name: string;
  uscc: string | null;
  place: string | null;
  highlight?: Piece[];
}

const WAIT = 80;
const SIZE = 8;
// what looks like an identity number is not sent while it is being typed
const IDENTITY = /^\s*\d{17}[\dXx]\s*$/;

/** Makes a search box an editable combobox with a list of suggestions (WAI-ARIA 1.2, list autocomplete). */
export function enhanceBox(input: HTMLInputElement): void {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.list ?? '');
  const status = document.createElement('div');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  input.after(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let active = -1;
  let timer = 0;
  let asked: AbortController | undefined;
  let composing = false;

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];

  const activate = (index: number): void => {
    active = index;
    options().forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const close = (): void => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    status.textContent = '';
    activate(-1);
  };

  const open = (option: HTMLElement): void => {
    const base = input.dataset.profile ?? '/s/';
    const [path, query] = base.split('?');
    location.assign(`${path}${encodeURIComponent(option.dataset.id ?? '')}${query ? `?${query}` : ''}`);
  };

  const show = (items: Suggestion[]): void => {
    const isOneOfSeveral = ({ name }: Suggestion): boolean => items.filter((other) => other.name === name).length > 1;
    list.replaceChildren(...items.map((item, at) => option(item, `${list.id}-${at}`, isOneOfSeveral(item))));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    activate(-1);
    const words = items.length === 1 ? input.dataset.one : input.dataset.many?.replace('{0}', String(items.length));
    status.textContent = (items.length === 0 ? input.dataset.none : words) ?? '';
  };

  const ask = async (): Promise<void> => {
    const text = input.value.trim();
    asked?.abort();
    if (text === '' || IDENTITY.test(text)) {
      close();
      return;
    }
    asked = new AbortController();
    const address = `${input.dataset.suggest}?size=${SIZE}&q=${encodeURIComponent(text)}`;
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { accept: 'application/json' } });
      if (answer.ok) {
        show(((await answer.json()) as { items: Suggestion[] }).items);
      } else {
        close();
      }
    } catch (failure) {
      if ((failure as Error).name !== 'AbortError') {
        close();
      }
    }
  };

  const later = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), WAIT);
  };

  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => {
    composing = false;
    later();
  });
  // letters typed into an input method are no text yet
  input.addEventListener('input', () => composing || later());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) {
      return;
    }
    const count = options().length;
    const chosen = options()[active];
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // one stop beyond either end is the input itself
      activate(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'ArrowDown') {
      later();
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      // moves in the text again, which the browser does
      activate(-1);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      open(chosen);
    }
  });
  // before the blur that a click would cause
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const chosen = (event.target as HTMLElement).closest<HTMLElement>('[role="option"]');
    if (chosen) {
      open(chosen);
    }
  });
}

/** @param placed whether its place is said, because its name does not tell it from another */
function option(item: Suggestion, id: string, placed: boolean): HTMLElement {
  const element = document.createElement('li');
  element.id = id;
  element.className = 'suggestion';
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  element.dataset.id = item.id;
  const pieces = item.highlight?.length ? item.highlight : [{ text: item.name, marked: false }];
  if (/\p{Script=Han}/u.test(item.name) && !document.documentElement.lang.startsWith('zh')) {
    element.lang = 'zh-Hans';
  }
  for (const piece of pieces) {
    if (piece.marked) {
      const mark = document.createElement('mark');
      mark.textContent = piece.text;
      element.append(mark);
    } else {
      element.append(piece.text);
    }
  }
  if (placed && item.place) {
    const place = document.createElement('span');
    place.className = 'place';
    place.textContent = item.place;
    element.append(place);
  }
  if (item.uscc) {
    const code = document.createElement('span');
    code.className = 'code';
    code.textContent = item.uscc.replace(/(.{4})(?=.)/g, '$1 ');
    element.append(code);
  }
  return element;
}
