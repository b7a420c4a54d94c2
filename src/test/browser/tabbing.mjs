// The Tab key from the top of a page to its end.
import assert from 'node:assert/strict';

/** Year, month, day and the button that opens the calendar of a date; a widget and a frame have fewer stops inside. */
const PARTS = 4;

/** Every control is reached once, in the order of the page, and each is then in sight and covered by nothing. */
export async function tabThrough(page) {
  const stops = await page.evaluate(markStops);
  for (let stop = 1; stop < stops; stop++) {
    await pressTab(page);
    assert.equal(await page.evaluate(focusCovered), null, 'hidden while it has the focus');
  }
  assert.deepEqual(await page.evaluate(() => window.reached), [...Array(stops).keys()], 'order of the Tab key');
}

/** Presses the key until the next control has the focus: parts of a date, of a widget and of a frame are stops inside of one. */
async function pressTab(page) {
  const before = await page.evaluate(() => window.reached.length);
  for (let part = 0; part < PARTS; part++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(onward, before)) {
      return;
    }
  }
}

// The functions below run in the page.

/** Whether the last press led to another control, or to one that has no parts. */
function onward(before) {
  const active = document.activeElement;
  return window.reached.length > before || !(active.type === 'date' || active.shadowRoot || active.tagName === 'IFRAME');
}

/** Counts the stops, notes in which order they are reached, and begins with the first. */
function markStops() {
  const groups = new Set();
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"], chengxin-lookup, chengxin-badge';
  const stops = [...document.querySelectorAll(controls)].filter(
    (element) => {
      if (element.type === 'hidden' || !element.checkVisibility({ visibilityProperty: true })) {
        return false;
      }
      if (element.type === 'radio') {
        const first = !groups.has(element.name);
        groups.add(element.name);
        return first;
      }
      return true;
    },
  );
  window.reached = [];
  // a group of radio buttons is one stop, whichever of them it is
  const same = (one, other) => one === other || (one.type === 'radio' && one.name === other.name);
  document.addEventListener('focusin', ({ target }) => window.reached.push(stops.findIndex((stop) => same(stop, target))));
  document.activeElement.blur();
  stops[0].focus();
  return stops.length;
}

/** What hides the focused element, null for nothing (WCAG 2.4.11). */
function focusCovered() {
  const element = document.activeElement;
  const free = [...element.getClientRects()].some(({ left, top, width, height }) =>
    [0.1, 0.5, 0.9].some((part) => {
      const found = document.elementFromPoint(left + width * part, top + height / 2);
      return found && (element.contains(found) || found.contains(element));
    }),
  );
  return free ? null : element.outerHTML.slice(0, 160);
}
