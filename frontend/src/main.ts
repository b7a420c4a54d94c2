import './styles/index.css';
import { enhanceCopying } from './copy';
import { enhanceFacets } from './facets';
import { enhanceLive } from './live';
import { enhanceQueue } from './queue';
import { enhanceBox } from './suggest';

// Every page is whole without this script; each part below only adds to what it finds.
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
  enhanceBox(input);
}
for (const code of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  enhanceCopying(code);
}
const facets = document.querySelector<HTMLElement>('#facets');
if (facets) {
  enhanceFacets(facets);
}
const queue = document.querySelector<HTMLElement>('[data-queue]');
if (queue) {
  enhanceQueue(queue);
}
const live = document.querySelector<HTMLFormElement>('form[data-live]');
if (live) {
  enhanceLive(live);
}
