/** Where a badge stands, as far as it can be told. The rule is the one of `BoundSites` in the portal; see bound-sites.tsv. */
export type Verdict = 'here' | 'elsewhere' | 'unknown';

/** The same site for a phone, or for a browser. */
const FACE = /^(?:www|m|wap|mobile|h5|3g|touch)\.(?=.*\.)/;

const host = (address: URL): string => address.hostname.replace(FACE, '');
const path = (address: URL): string => address.pathname.replace(/\/+$/, '');

/**
 * @param sites addresses bound to the subject, without a scheme
 * @param page the page the badge stands on, or only its origin; null when it is not told
 */
export function verdict(sites: string[], page: URL | null): Verdict {
  if (!page) {
    return 'unknown';
  }
  const bound = sites.map((site) => new URL(`https://${site}`)).filter((site) => host(site) === host(page));
  if (bound.some((site) => covers(site, page))) {
    return 'here';
  }
  // of a page on a platform only the platform is told
  return bound.length && path(page) === '' && !page.search ? 'unknown' : 'elsewhere';
}

function covers(site: URL, page: URL): boolean {
  return (
    `${path(page)}/`.startsWith(`${path(site)}/`) &&
    [...site.searchParams].every(([name, value]) => page.searchParams.get(name) === value)
  );
}

/** The page that shows this one: its own address, or of a frame of the portal whatever the browser tells of the page around. */
export function shownOn(portal: string): URL | null {
  if (location.origin !== portal || window === parent) {
    return new URL(location.href);
  }
  const around = location.ancestorOrigins?.[0];
  const told = document.referrer;
  const address = !around || told.startsWith(`${around}/`) ? told : around;
  return URL.canParse(address) ? new URL(address) : null;
}
