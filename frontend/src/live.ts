import { enhanceCopying } from './copy';

/** A form whose answer follows what is chosen: the part of the page that `data-live` names comes from the server, as without script. */
export function enhanceLive(form: HTMLFormElement): void {
  const part = document.getElementById(form.dataset.live ?? '');
  if (!part) {
    return;
  }
  const told = document.createElement('p');
  told.className = 'visually-hidden';
  told.setAttribute('role', 'status');
  form.append(told);
  let asked: AbortController | undefined;
  form.addEventListener('change', async () => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const address = `${form.action}?${query}`;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
      if (now) {
        part.replaceChildren(...[...now.childNodes].map((node) => document.adoptNode(node)));
        part.querySelectorAll('script').forEach(run);
        part.querySelectorAll<HTMLElement>('[data-copy]').forEach(enhanceCopying);
        history.replaceState(null, '', address);
        told.textContent = form.dataset.told ?? '';
      }
    } catch {
      // dropped for the next choice, or the portal is away: the button still sends the form
    }
  });
}

/** A script that was parsed elsewhere does not run; a copy of it does. */
function run(script: HTMLScriptElement): void {
  const copy = document.createElement('script');
  [...script.attributes].forEach(({ name, value }) => copy.setAttribute(name, value));
  script.replaceWith(copy);
}
