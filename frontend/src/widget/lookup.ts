import { Embedded, link, make } from './embedded';
import { WORDS } from './words';

interface Piece {
  text: string;
  marked: boolean;
}

interface Suggestion {
  id: string;
  name: string;
  uscc: string | null;
  place: string | null;
  highlight: Piece[];
}

interface Subject {
  id: string;
  name: string;
  uscc: string | null;
  lists: string[];
  labels: { kind: string; region: string | null; status: string };
}

interface Found {
  items: Subject[];
  total: { value: number };
  understood: { note: string | null };
}

const PAUSE = 120;
const SIZE = 6;
// what looks like an identity number is not sent
const IDENTITY = /^\s*\d{17}[\dXx]\s*$/;
/** The enterprise register of the city's province (GSXT), filled in by the portal. */
const REGISTER = '__REGISTER__';

const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** `<chengxin-lookup>`: a box with suggestions, and the card of what was found. */
export class LookupElement extends Embedded {
  private input!: HTMLInputElement;
  private list!: HTMLElement;
  private card!: HTMLElement;
  private status!: HTMLElement;
  private active = -1;
  private timer = 0;

  protected show(): void {
    const words = WORDS[this.language];
    this.input = make('input', {
      id: 'q',
      type: 'search',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': 'list',
      'aria-expanded': 'false',
      autocomplete: 'off',
      maxlength: '2000',
      enterkeyhint: 'search',
    });
    this.list = make('ul', { id: 'list', role: 'listbox', 'aria-label': words.suggestions, hidden: '' });
    this.status = make('p', { class: 'unseen', role: 'status' });
    this.card = make('div', { class: 'found', 'aria-live': 'polite' });
    const form = make(
      'form',
      { lang: this.language },
      make('label', { for: 'q' }, words.label),
      make('div', { class: 'box' }, this.input, make('button', {}, words.search)),
      this.list,
      this.status,
      this.card,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.search();
    });
    this.input.addEventListener('input', (event) => (event as InputEvent).isComposing || this.later());
    this.input.addEventListener('compositionend', () => this.later());
    this.input.addEventListener('blur', () => this.close());
    this.input.addEventListener('keydown', (event) => this.key(event));
    // before the blur that a click would cause
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.tree.replaceChildren(form);
  }

  private key(event: KeyboardEvent): void {
    const options = this.list.children;
    if (event.isComposing || this.list.hidden) {
      if (event.key === 'ArrowDown' && !event.isComposing) {
        this.later();
      }
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const stops = options.length + 1;
      // one stop beyond either end is the input itself
      this.activate(((this.active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + stops) % stops) - 1);
    } else if (event.key === 'Enter' && options[this.active]) {
      event.preventDefault();
      (options[this.active] as HTMLElement).click();
    }
  }

  private activate(index: number): void {
    this.active = index;
    [...this.list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = this.list.children[index];
    if (option) {
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  private close(): void {
    clearTimeout(this.timer);
    this.offer([]);
    this.status.textContent = '';
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(), PAUSE);
  }

  private suggest(): void {
    const q = this.input.value.trim();
    if (!q || IDENTITY.test(q)) {
      this.close();
      return;
    }
    void this.ask<{ items: Suggestion[] }>('/api/v1/subjects/suggest', { q, size: String(SIZE) }, ({ items }) => {
      this.offer(items);
      const words = WORDS[this.language];
      this.status.textContent = items.length ? words.offered(items.length) : words.none;
    });
  }

  private offer(items: Suggestion[]): void {
    const isOneOfSeveral = (item: Suggestion): boolean =>
      items.some((other) => other.id !== item.id && other.name === item.name);
    this.list.replaceChildren(...items.map((item, at) => this.option(item, at, isOneOfSeveral(item))));
    this.list.hidden = !items.length;
    this.input.setAttribute('aria-expanded', String(!!items.length));
    this.activate(-1);
  }

  private option(item: Suggestion, at: number, placed: boolean): HTMLElement {
    const option = make(
      'li',
      { id: `o${at}`, role: 'option', 'aria-selected': 'false', lang: 'zh-Hans' },
      ...item.highlight.map((piece) => (piece.marked ? make('mark', {}, piece.text) : piece.text)),
      placed && item.place && make('span', { class: 'code' }, item.place),
      item.uscc && make('span', { class: 'code' }, grouped(item.uscc)),
    );
    option.addEventListener('click', () => {
      this.input.value = item.name;
      this.close();
      void this.ask<Subject>(`/api/v1/subjects/${item.id}`, {}, (subject) => this.tell(this.subject(subject)));
    });
    return option;
  }

  private search(): void {
    const q = this.input.value.trim();
    const words = WORDS[this.language];
    this.close();
    if (IDENTITY.test(q)) {
      this.tell(make('p', { class: 'note' }, words.identity));
    } else if (q) {
      void this.ask<Found>('/api/v1/subjects', { q, size: '1' }, ({ items, total, understood }) =>
        this.tell(
          understood.note ? make('p', { class: 'note' }, understood.note) : null,
          items[0] ? this.subject(items[0]) : make('p', {}, words.none),
          link(`/search?${new URLSearchParams({ q })}`, words.all(total.value)),
        ),
      );
    }
  }

  private tell(...parts: (Node | null)[]): void {
    this.card.replaceChildren(...parts.filter((part): part is Node => !!part));
  }

  private subject(subject: Subject): HTMLElement {
    const words = WORDS[this.language];
    const { kind, region, status } = subject.labels;
    return make(
      'article',
      { class: 'card' },
      make('p', { class: 'name' }, link(`/s/${subject.id}`, make('span', { lang: 'zh-Hans' }, subject.name))),
      subject.uscc && make('p', { class: 'code' }, grouped(subject.uscc)),
      make('p', { class: 'soft' }, [kind, region, status].filter(Boolean).join(' · ')),
      subject.lists.length > 0 &&
        make(
          'ul',
          { class: 'facts', role: 'list' },
          ...subject.lists.map((list) => make('li', {}, words.lists[list] ?? list)),
        ),
      make('p', { class: 'links' }, link(`/s/${subject.id}`, words.open), ' ', link(REGISTER, words.register)),
    );
  }
}
