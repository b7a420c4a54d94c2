import css from './widget.css?inline';

/** The portal this script came from. */
export const PORTAL = new URL(import.meta.url).origin;

const WAIT = 5000;
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** That the portal is away or does not know what was asked for: what stands inside the element stands for it. */
export class Away extends Error {}

type Child = Node | string | null | false | undefined;

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}

/** A link to the portal or beyond; the page it leads to learns nothing of this one. */
export function link(path: string, ...children: Child[]): HTMLAnchorElement {
  return make('a', { href: new URL(path, PORTAL).href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** What both elements share: a shadow tree with the style, the language, and questions that tell nothing of the visitor. */
export abstract class Embedded extends HTMLElement {
  static readonly observedAttributes = ['lang', 'subject'];

  protected readonly tree = this.attachShadow({ mode: 'open' });
  private asked?: AbortController;

  constructor() {
    super();
    this.tree.adoptedStyleSheets = [sheet];
    this.fallBack();
  }

  connectedCallback(): void {
    this.show();
  }

  disconnectedCallback(): void {
    this.asked?.abort();
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.isConnected && before !== now) {
      this.show();
    }
  }

  /** Draws anew; whatever was under way is of no more interest. */
  protected abstract show(): void;

  protected get language(): 'zh' | 'en' {
    const of = this.closest('[lang]') ?? document.documentElement;
    return (of.getAttribute('lang') ?? '').toLowerCase().startsWith('en') ? 'en' : 'zh';
  }

  /** Shows what stands inside the element, as if there had been no script. */
  protected fallBack(): void {
    this.tree.replaceChildren(document.createElement('slot'));
  }

  /**
   * Asks the portal, and then draws. The question before is dropped; an answer nobody waits for any more is not drawn.
   */
  protected async ask<T>(path: string, query: Record<string, string>, then: (answer: T) => void): Promise<void> {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const late = setTimeout(() => asked.abort(new Away()), WAIT);
    const address = new URL(path, PORTAL);
    address.search = new URLSearchParams({ ...query, lang: this.language }).toString();
    try {
      const answer = await fetch(address, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: asked.signal,
      });
      if (answer.status === 429 || answer.status === 400) {
        return;
      }
      if (!answer.ok) {
        throw new Away();
      }
      const body = (await answer.json()) as T;
      if (asked === this.asked) {
        then(body);
      }
    } catch {
      // one that was dropped for the next question says nothing
      if (asked === this.asked && this.isConnected) {
        this.fallBack();
      }
    } finally {
      clearTimeout(late);
    }
  }
}
