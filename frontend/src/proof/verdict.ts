/** What a page says of a check: the words of the verdict, then its facts by their labels; both stand in the page. */
export function wordsOf(place: HTMLElement, verdict: string, facts: Record<string, string>): Node[] {
  const words = place.querySelector<HTMLTemplateElement>(`template[data-verdict=${verdict}]`)!;
  const list = document.createElement('dl');
  list.className = 'facts';
  for (const [name, value] of Object.entries(facts)) {
    const row = document.createElement('div');
    const term = document.createElement('dt');
    const told = document.createElement('dd');
    term.textContent = place.querySelector<HTMLElement>(`[data-fact=${name}]`)?.textContent ?? name;
    told.textContent = value;
    row.append(term, told);
    list.append(row);
  }
  return [words.content.cloneNode(true), ...(list.children.length > 0 ? [list] : [])];
}

/** A moment in the language of the page. */
export function told(moment: Date): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
}
