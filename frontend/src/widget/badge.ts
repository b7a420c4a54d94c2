import { Embedded, PORTAL, link, make } from './embedded';
import { shownOn, verdict } from './sites';

/** What `/widget/v1/badge/{id}.json` answers. */
interface Badge {
  id: string;
  name: string;
  inUse: boolean;
  facts: string[];
  sites: string[];
  suspended: string[];
  words: { title: string; elsewhere: string; unknown: string; unused: string; suspended: string; date: string };
}

/** `<chengxin-badge subject="...">`: the mark of a subject, valid on the sites bound to it only. */
export class BadgeElement extends Embedded {
  protected show(): void {
    const subject = this.getAttribute('subject');
    this.fallBack();
    if (subject) {
      void this.ask<Badge>(`/widget/v1/badge/${encodeURIComponent(subject)}.json`, {}, (badge) => this.draw(badge));
    }
  }

  private draw(badge: Badge): void {
    const page = shownOn(PORTAL);
    const own = page?.origin === PORTAL;
    const at = own ? 'here' : verdict(badge.sites, page);
    const { words } = badge;
    const off = !own && verdict(badge.suspended, page) === 'here';
    const told = off ? words.suspended : at === 'elsewhere' ? words.elsewhere : !badge.inUse ? words.unused : at === 'unknown' ? words.unknown : '';
    this.tree.replaceChildren(
      make(
        'div',
        { class: `badge ${told ? 'doubt' : 'valid'}`, lang: this.language },
        make('p', { class: 'title' }, words.title),
        make('p', { class: 'name' }, link(`/s/${badge.id}`, make('span', { lang: 'zh-Hans' }, badge.name))),
        told
          ? make('p', { class: 'told' }, told)
          : make('ul', { class: 'facts', role: 'list' }, ...badge.facts.map((fact) => make('li', {}, fact))),
        make('p', { class: 'soft' }, words.date),
      ),
    );
  }
}
