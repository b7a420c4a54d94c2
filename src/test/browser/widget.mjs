// node widget.mjs ADDRESS FONTS VERSION INTEGRITY COMPANY SHOP RESTING: the pages of frontend/src/widget/examples on the site of a
// shop, on its page at a platform and on a copycat's site, each under the strict policy that stands in it. The page for
// developers hands out their snippets and policies.
// The portal is reached through a door that can be shut.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect, createServer as createDoor } from 'node:net';
import { launch } from './browser.mjs';
import { Walks } from './walks.mjs';

const [address, fonts, version, integrity, company, shop, resting] = process.argv.slice(2);
const FRONTEND = new URL('../../../frontend/', import.meta.url);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COMPANY = '黄石市港饼网络科技有限公司';
const HOME = 'gangbing.example.cn';
const PLATFORM = 'shop.chuhuotong.example.cn';
const COPYCAT = 'gangbing-shop.example.net';
const RESTING = 'yunci.example.cn';

const door = await shuttableDoor(Number(new URL(address).port));
const portal = `http://localhost:${door.port}`;

const pages = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://x');
  const name = url.pathname.split('/').pop() || 'lookup';
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(name === 'fragment' ? await served(request.headers.host) : pageOf(name, url.searchParams));
});
await new Promise((listening) => pages.listen(0, '127.0.0.1', listening));
const on = (host, path) => `http://${host}:${pages.address().port}${path}`;

/** A page with the mark that its server asked the portal for. */
async function served(host) {
  const site = host.replace(/:.*/, '');
  const mark = await fetch(`${portal}/widget/v1/badge/${company}.html?lang=zh&site=${site}`);
  assert.ok(mark.headers.get('receipt'));
  return `<!DOCTYPE html><html lang="zh-CN"><head><title>片段</title><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    </head><body><main><h1>片段</h1>${await mark.text()}</main></body></html>`;
}

/** An example with what the page for developers fills in; `twice`, `late` and `theme` change it as pages do. */
function pageOf(name, options) {
  const values = {
    portal,
    version,
    integrity,
    subject: options.get('subject') ?? company,
    name: COMPANY,
    site: '信用黄石·电商诚信',
    page: HOME,
    lang: options.get('lang') ?? 'zh',
    theme: options.get('theme') ?? 'light',
  };
  let html;
  try {
    html = readFileSync(new URL(`src/widget/examples/${name}.html`, FRONTEND), 'utf8');
  } catch {
    return '';
  }
  html = html.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key]);
  if (options.has('twice')) {
    html = html.replace('</main>', `${/<chengxin-[^]*<\/chengxin-\w+>/.exec(html)[0]}</main>`);
  }
  return options.has('noscript') ? html.replace(/<script[^]*?<\/script>/, '') : html;
}

const browser = await launch(fonts, [HOME, PLATFORM, COPYCAT, RESTING]);
const walks = new Walks(browser, address);
const { step } = walks;
const NARROW = { viewport: { width: 240, height: 700 } };

await step('the script judges a page as the portal does', {}, async () => {
  const typescript = createRequire(new URL('package.json', FRONTEND))('typescript');
  const source = readFileSync(new URL('src/widget/sites.ts', FRONTEND), 'utf8');
  const { outputText } = typescript.transpileModule(source, { compilerOptions: { module: 'esnext', target: 'es2022' } });
  const { verdict } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  const rows = readFileSync(new URL('../resources/widget/bound-sites.tsv', import.meta.url), 'utf8').split('\n');
  for (const row of rows.filter((line) => line && !line.startsWith('#'))) {
    const [, bound, told, expected] = row.split('\t');
    const site = bound.replace(/^https?:\/\//, '');
    assert.equal(verdict([site], told ? new URL(told) : null), expected, row);
  }
});

await step('the page for developers hands out what stands in these pages', {}, async (page) => {
  for (const form of ['lookup', 'badge', 'frame-lookup', 'frame', 'image', 'fragment', 'link']) {
    await page.goto(`${address}/developers/embed?form=${form}&subject=${company}&site=${HOME}&theme=light`);
    const site = new URL(await page.locator('link[hreflang=x-default]').getAttribute('href')).origin;
    const handedOut = async (id) => (await page.locator(id).allInnerTexts()).join('').replaceAll(site, portal).trim();
    const example = pageOf(form, new URLSearchParams());
    assert.equal(await handedOut('#snippet'), /<!--snippet-->\s*([^]*?)\s*<!--\/snippet-->/.exec(example)[1]);
    const allowed = /Policy" content="([^"]*)"/.exec(example)[1].split('; ').filter((one) => one.includes(portal));
    if (form === 'fragment') {
      // what the portal gives to a server that asks so is what the preview shows
      const mark = await (await fetch(/"(.*)"/.exec(await handedOut('#snippet'))[1])).text();
      const title = /<title>(.*)<\/title>/.exec(mark)[1];
      assert.equal(await page.locator('.preview .chengxin-badge title').textContent(), title);
    }
    assert.deepEqual((await handedOut('#policy')).split(/;\s*/).filter((one) => one), allowed);
  }
});

for (const [name, options] of [
  ['at a desk', {}],
  ['240 px wide, dark', { ...NARROW, colorScheme: 'dark' }],
]) {
  await step(`pinyin finds the company on a shop's page, by keyboard, ${name}`, options, async (page) => {
    await page.goto(on(HOME, `/lookup?theme=auto`));
    const box = page.getByRole('combobox');
    await box.pressSequentially('gangbing', { delay: 20 });
    const option = page.getByRole('option').first();
    await option.waitFor();
    assert.match(await option.innerText(), new RegExp(COMPANY));
    assert.match(await page.getByRole('status').innerText(), /上下箭头/);
    await clean(page);
    await box.press('ArrowDown');
    assert.equal(await box.getAttribute('aria-activedescendant'), await option.getAttribute('id'));
    await box.press('Enter');
    const card = page.locator('.card');
    await card.waitFor();
    assert.match(await card.innerText(), /9142 0202 MA44 G5GY 9R[^]*红名单/);
    assert.equal(await card.getByRole('link', { name: COMPANY }).getAttribute('href'), `${portal}/s/${company}`);
    const links = card.getByRole('link');
    assert.equal(await links.last().getAttribute('href'), 'https://hb.gsxt.gov.cn/');
    assert.match(await links.last().getAttribute('rel'), /noreferrer/);
    await clean(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'wider than the page');
  });
}

await step('what was typed and sent brings the best, and the way to all; in English', { locale: 'en' }, async (page) => {
  await page.goto(on(HOME, '/lookup?lang=en'));
  await page.getByRole('combobox').fill('港饼');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.locator('.card').waitFor();
  assert.match(await page.getByRole('link', { name: /All results/ }).getAttribute('href'), /\/search\?q=%E6/);
  await page.getByRole('combobox').fill('11010519491231002X');
  await page.getByRole('combobox').press('Enter');
  assert.match(await page.locator('.note').innerText(), /not sent/);
});

await step('nothing of the visitor is kept or sent beyond the query', {}, async (page) => {
  const requests = [];
  page.on('request', (request) => request.url().startsWith(portal) && requests.push(request));
  await page.goto(on(HOME, '/lookup'));
  await page.getByRole('combobox').pressSequentially('gangbing', { delay: 5 });
  await page.getByRole('option').first().click();
  await page.locator('.card').waitFor();
  assert.equal(requests.filter((request) => request.resourceType() === 'script').length, 1);
  for (const request of requests.filter((one) => one.resourceType() === 'fetch')) {
    const headers = await request.allHeaders();
    assert.equal(headers.referer, undefined);
    assert.equal(headers.cookie, undefined);
  }
  assert.deepEqual(await page.context().cookies(), []);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
});

await step('twice on a page, and each by itself', {}, async (page) => {
  await page.goto(on(HOME, '/lookup?twice=1'));
  const boxes = page.getByRole('combobox');
  assert.equal(await boxes.count(), 2);
  await boxes.nth(1).pressSequentially('gangbing', { delay: 5 });
  await page.getByRole('option').first().waitFor();
  assert.equal(await boxes.nth(0).getAttribute('aria-expanded'), 'false');
  await clean(page);
});

await step('an element put in late, moved and changed is drawn anew', {}, async (page) => {
  await page.goto(on(HOME, '/badge'));
  await page.locator('.badge').waitFor();
  await page.evaluate((subject) => {
    const late = document.createElement('chengxin-badge');
    late.setAttribute('subject', subject);
    document.querySelector('chengxin-badge').remove();
    document.querySelector('main').append(late);
  }, company);
  await page.locator('.valid').waitFor();
  await page.evaluate(() => document.querySelector('chengxin-badge').setAttribute('lang', 'en'));
  await page.getByText('In business').waitFor();
});

await step("the mark is valid on the company's site and its shop page, and refused on a copycat's", {}, async (page) => {
  await page.goto(on(HOME, '/badge'));
  await page.locator('.valid').waitFor();
  assert.match(await page.locator('.badge').innerText(), new RegExp(`${COMPANY}[^]*存续[^]*主体身份已核验[^]*红名单[^]*数据日期`));
  await clean(page);
  await page.goto(on(COPYCAT, '/badge?theme=dark'));
  await page.locator('.doubt').waitFor();
  assert.match(await page.locator('.badge').innerText(), /此标识不属于本网站/);
  assert.doesNotMatch(await page.locator('.badge').innerText(), /红名单|存续/);
  await clean(page);
  await page.goto(on(PLATFORM, `/s/10023/badge?subject=${shop}`));
  await page.locator('.valid').waitFor();
  await page.goto(on(PLATFORM, `/s/10188/badge?subject=${shop}`));
  await page.locator('.doubt').waitFor();
});

await step('so does the frame, whatever the page hides', {}, async (page) => {
  const framed = async (host, change = () => {}) => {
    await page.goto(on(host, '/frame'));
    await page.evaluate(change);
    const badge = page.frameLocator('iframe').locator('.badge');
    await badge.waitFor();
    return badge.innerText();
  };
  const hidden = () => {
    const frame = document.querySelector('iframe');
    frame.referrerPolicy = 'no-referrer';
    frame.src = frame.src;
  };
  assert.match(await framed(HOME), /存续/);
  assert.match(await framed(COPYCAT), /此标识不属于本网站/);
  assert.match(await framed(COPYCAT, hidden), /此标识不属于本网站/);
  await page.goto(on(COPYCAT, '/frame-lookup'));
  await page.frameLocator('iframe').getByRole('combobox').pressSequentially('gangbing', { delay: 5 });
  await page.frameLocator('iframe').getByRole('option').first().waitFor();
  await clean(page);
});

await step('a mark whose owner does not want it shown says so and no more, in script and frame', {}, async (page) => {
  await page.goto(on(RESTING, `/badge?subject=${resting}`));
  await page.locator('.doubt').waitFor();
  assert.match(await page.locator('.badge').innerText(), /应网站主体要求，标识暂不展示/);
  assert.doesNotMatch(await page.locator('.badge').innerText(), /不属于|存续/);
  await page.goto(on(RESTING, `/frame?subject=${resting}`));
  const framed = page.frameLocator('iframe').locator('.badge');
  await framed.waitFor();
  assert.match(await framed.innerText(), /暂不展示/);
  await page.goto(on(COPYCAT, `/badge?subject=${resting}`));
  await page.locator('.doubt').waitFor();
  assert.match(await page.locator('.badge').innerText(), /此标识不属于本网站/);
});

await step('so does the picture, by what the browser tells', {}, async (page) => {
  const shown = async (host) => {
    const answer = page.waitForResponse(/badge\/.*svg/);
    await page.goto(on(host, '/image'));
    const svg = await (await answer).text();
    assert.equal(await page.locator('img').evaluate((image) => image.complete && image.naturalWidth), 300);
    return svg;
  };
  assert.match(await shown(HOME), /存续/);
  assert.match(await shown(COPYCAT), /此标识不属于本网站/);
  await clean(page);
});

await step('so does the piece that a server puts into its page', {}, async (page) => {
  for (const [host, told] of [[HOME, /存续/], [COPYCAT, /此标识不属于本网站/]]) {
    await page.goto(on(host, '/fragment'));
    assert.match(await page.getByRole('link').locator('svg').textContent(), told);
    assert.equal(await page.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width), 300);
    await clean(page);
  }
});

await step('with the portal shut, pages are whole', {}, async (page) => {
  // that it cannot be reached is what the browser says too
  page.removeAllListeners('console');
  // a page whose script was loaded before
  await page.goto(on(HOME, '/lookup'));
  await page.getByRole('combobox').waitFor();
  await door.shut();
  await page.getByRole('combobox').pressSequentially('gangbing', { delay: 5 });
  await page.getByRole('link', { name: '信用黄石·电商诚信' }).waitFor();
  assert.equal(await page.getByRole('combobox').count(), 0);
  // others come with nothing kept from before
  const fresh = await browser.newContext();
  const first = await fresh.newPage();
  for (const host of [HOME, COPYCAT]) {
    for (const [example, name] of [['lookup', '信用黄石·电商诚信'], ['badge', COMPANY], ['image', COMPANY], ['link', COMPANY]]) {
      await first.goto(on(host, `/${example}`));
      assert.equal(await first.getByRole('link', { name }).isVisible(), true, `${host} ${example}`);
      await clean(first);
    }
  }
  await fresh.close();
});

await browser.close();
pages.close();
process.exit(walks.failed === 0 ? 0 : 1);

/** Nothing that axe finds on the page, its shadow trees included. */
async function clean(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    axe.run({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], iframes: false }),
  );
  assert.deepEqual(
    found.violations.flatMap((one) => one.nodes.map((node) => `${one.id} ${node.html} ${node.failureSummary}`)),
    [],
  );
}

/** A port that leads to another one until it is shut. */
async function shuttableDoor(to) {
  const open = new Set();
  const server = createDoor((client) => {
    const other = connect(to, '127.0.0.1');
    for (const [from, into] of [[client, other], [other, client]]) {
      open.add(from);
      from.pipe(into);
      from.on('error', () => into.destroy());
      from.on('close', () => open.delete(from));
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: server.address().port,
    shut: () =>
      new Promise((shut) => {
        server.close(shut);
        open.forEach((socket) => socket.destroy());
      }),
  };
}
