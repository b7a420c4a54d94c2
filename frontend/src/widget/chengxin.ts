import { BadgeElement } from './badge';
import { LookupElement } from './lookup';

// the moving and a fixed version may meet on one page: the first stands
for (const [name, element] of [
  ['chengxin-lookup', LookupElement],
  ['chengxin-badge', BadgeElement],
] as const) {
  if (!customElements.get(name)) {
    customElements.define(name, element);
  }
}
