// Every page in every state against WCAG 2.2 AA: axe in two guises (Chinese, light, at a desk; English, dark, on a phone)
// and in print, what it tells those who do not see it, no scrolling sideways when zoomed or spaced out, visible focus, no layout shift.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pages, world } from './pages.mjs';
import { ambiguousNames, headingFaults, landmarkFaults, motion, tableFaults, unmarkedChinese } from './structure.mjs';
import { tabThrough } from './tabbing.mjs';
import { DESK, PHONE } from './walks.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GUISES = [
  { name: 'desk', options: DESK },
  { name: 'phone, English, dark', options: { ...PHONE, locale: 'en', colorScheme: 'dark', reducedMotion: 'reduce' } },
];
/** 200 % and 400 % of a window of 1280 pixels. */
const ZOOMED = [640, 320];
// the distances of WCAG 1.4.12
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Walks over all pages; doors are the path patterns the portal answers with pages. */
export async function accessibility({ address, browser, step }, doors) {
  const context = await browser.newContext(DESK);
  const all = pages(await world(context, address));
  await context.close();

  await step('every page door is on the list of pages', {}, async () => {
    const listed = new Set(all.map((page) => page.door));
    assert.deepEqual(doors.filter((door) => !listed.has(door)), [], 'add them to pages.mjs');
  });

  await step('axe sees what is wrong when something is', {}, async (page) => {
    await page.goto(address);
    await page.evaluate(() => document.querySelector('main').append(document.createElement('img')));
    assert.match((await violations(page)).join(), /image-alt/);
  });

  for (const guise of GUISES) {
    for (const state of all) {
      await step(`${state.name} (${guise.name}) is for everyone`, guise.options, async (page) => {
        await page.addInitScript(countShifts);
        const answer = await page.goto(address + state.path, { waitUntil: 'load' });
        assert.equal(answer.status(), state.status ?? 200);
        const shift = await page.evaluate(settled);
        // a hundredth of what counts as good: a busy machine paints the foot of a short page in two strokes
        assert.ok(shift < 0.001, `things moved by ${shift}`);
        await state.prepare?.(page);
        assert.deepEqual(await violations(page), []);
        for (const faults of [unmarkedChinese, headingFaults, tableFaults, ambiguousNames, landmarkFaults, unseenFocus]) {
          assert.deepEqual(await page.evaluate(faults), [], faults.name);
        }
        await page.emulateMedia({ media: 'print' });
        assert.deepEqual(await violations(page, ['color-contrast']), [], 'in print');
        await page.emulateMedia({ media: 'screen' });
        await page.keyboard.press('Escape');
        // needs a window in which nothing moves any more when the focus has
        if (guise.options.reducedMotion) {
          assert.deepEqual(await page.evaluate(motion), [], 'moves');
          await tabThrough(page);
        }
        await staysInside(page);
      });
    }
  }
}

/** What axe finds, in one line each; only the named rules when there are any. */
async function violations(page, only) {
  await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const options = only
      ? { runOnly: { type: 'rule', values: only } }
      : { rules: { 'target-size': { enabled: true } } };
    const found = await axe.run({ ...options, resultTypes: ['violations'] });
    return found.violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id} (${violation.impact}) ${node.html} ${node.failureSummary}`),
    );
  }, only);
}

/** Nothing is cut off or scrolls sideways, zoomed and with letters, words and lines spaced out. */
async function staysInside(page) {
  for (const width of ZOOMED) {
    await page.setViewportSize({ width, height: 600 });
    await page.evaluate(settled);
    assert.deepEqual(await page.evaluate(beyond), [], `at ${width} px`);
  }
  await page.evaluate((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
  }, SPACED);
  assert.deepEqual(await page.evaluate(beyond), [], 'spaced out');
}

// The functions below run in the page.

function countShifts() {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.shifted += entry.hadRecentInput ? 0 : entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What is loaded late or drawn anew for another width has had its frames; answers with how much has moved. */
function settled() {
  return new Promise((answer) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => answer(window.shifted), 50))),
  );
}

/** Elements that stick out of the window, or that cut off what they hold. */
function beyond() {
  const describe = (element) => `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 30)}`;
  const out = [];
  if (document.documentElement.scrollWidth > innerWidth) {
    for (const element of document.body.querySelectorAll('*')) {
      if (element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('[tabindex="0"]')) {
        out.push(describe(element));
      }
    }
    out.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  }
  for (const element of document.body.querySelectorAll('*:not(.visually-hidden, input)')) {
    const style = getComputedStyle(element);
    if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) {
      out.push(`cut off: ${describe(element)}`);
    }
  }
  return out;
}

/** Stops of the Tab key whose focus is not shown at 3:1 against what is behind it. */
function unseenFocus() {
  const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = numbers(colour).map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (numbers(colour)[3] !== 0) {
        return colour;
      }
    }
    return 'rgb(255, 255, 255)';
  };
  const before = document.activeElement;
  const unseen = [];
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
    if (element.type === 'hidden' || !element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]')) {
      continue;
    }
    element.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement !== element) {
      continue;
    }
    const style = getComputedStyle(element);
    const rings = [style.boxShadow.match(/rgba?\([^)]*\)/)?.[0]];
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) {
      rings.push(style.outlineColor);
    }
    if (!rings.some((ring) => ring && contrast(ring, behind(element)) >= 3)) {
      unseen.push(`${element.outerHTML.slice(0, 120)} ${style.outline} ${style.boxShadow} on ${behind(element)}`);
    }
  }
  before?.focus?.({ preventScroll: true });
  return unseen;
}
