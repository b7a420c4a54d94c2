// What a page tells those who do not see it: languages, headings, tables, names. The functions run in the page; each
// answers with what is wrong, in one line each.

/** Text in Chinese characters that is not marked as Chinese. */
export function unmarkedChinese() {
  const wrong = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (/\p{Script=Han}/u.test(texts.currentNode.data) && !parent.closest('script, style, textarea')) {
      if (!parent.closest('[lang]').lang.startsWith('zh')) {
        wrong.push(`${parent.tagName}.${parent.className} ${texts.currentNode.data.trim().slice(0, 40)}`);
      }
    }
  }
  return wrong;
}

/** Not one h1, headings that skip a level below another, and headings without text. */
export function headingFaults() {
  const wrong = [];
  let last = 0;
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  for (const heading of headings) {
    const level = Number(heading.tagName[1]);
    if (last > 0 && level > last + 1) {
      wrong.push(`${heading.tagName} after H${last}: ${heading.textContent}`);
    }
    if (heading.textContent.trim() === '') {
      wrong.push(`empty ${heading.tagName}`);
    }
    last = level;
  }
  const first = headings.filter((heading) => heading.tagName === 'H1').length;
  return first === 1 ? wrong : [...wrong, `${first} h1`];
}

/** Tables without a caption, header cells without scope, cells without a header; tables redrawn that lost their roles. */
export function tableFaults() {
  const wrong = [];
  const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' };
  for (const table of document.querySelectorAll('table')) {
    const name = table.caption?.textContent.trim() || `table ${table.id}`;
    if (!table.caption) {
      wrong.push(`${name} has no caption`);
    }
    for (const cell of table.querySelectorAll('th')) {
      if (!/^(row|col)$/.test(cell.getAttribute('scope'))) {
        wrong.push(`${name}: ${cell.textContent} has no scope`);
      }
    }
    for (const row of table.tBodies[0].rows) {
      if (!row.querySelector('th[scope="row"]')) {
        wrong.push(`${name}: a row has no header`);
        break;
      }
    }
    for (const part of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')]) {
      const display = getComputedStyle(part).display;
      if (display === 'none') {
        wrong.push(`${name}: ${part.tagName} is not there for anyone`);
      }
      const role = roles[part.tagName] ?? (part.scope === 'row' ? 'rowheader' : 'columnheader');
      if (!display.startsWith('table') && part.getAttribute('role') !== role) {
        wrong.push(`${name}: ${part.tagName} is drawn as ${display} and has no role ${role}`);
      }
    }
  }
  return [...new Set(wrong)];
}

/** Links and folds of the content that sound the same and are not: nobody could choose between them in a list. */
export function ambiguousNames() {
  const wrong = [];
  const seen = new Map();
  for (const element of document.querySelectorAll('main a[href], main summary, main button')) {
    if (!element.checkVisibility()) {
      continue;
    }
    const described = document.getElementById(element.getAttribute('aria-describedby'))?.textContent ?? '';
    const name = `${element.tagName} ${element.textContent} ${described}`.replace(/\s+/g, ' ').trim();
    const leads = element.href ?? element;
    if (seen.has(name) && seen.get(name) !== leads) {
      wrong.push(name);
    }
    seen.set(name, leads);
  }
  return wrong;
}

/** Landmarks of one kind that share a name or have none. */
export function landmarkFaults() {
  const seen = new Set();
  const wrong = [];
  for (const landmark of document.querySelectorAll('nav, [role="search"], [role="region"], [role="complementary"]')) {
    const name = `${landmark.tagName} ${landmark.getAttribute('aria-label') ?? ''}`;
    if (seen.has(name) || !landmark.getAttribute('aria-label')) {
      wrong.push(name);
    }
    seen.add(name);
  }
  return wrong;
}

/** What moves although the reader asked for stillness. */
export function motion() {
  const moving = [];
  for (const element of document.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior === 'smooth') {
      moving.push(`${element.tagName}.${element.className}`);
    }
  }
  return moving;
}
