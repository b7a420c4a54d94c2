// node portal.mjs ADDRESS FONTS: walks through the running portal with its seed, as readers do. Ends with 1 and a
// picture of the page when something is not as it should be.
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './browser.mjs';

const COMPANY = '黄石市港饼网络科技有限公司';
const [address, fonts] = process.argv.slice(2);
const browser = await launch(fonts);
let failed = 0;

await step('typing half a name offers the company; arrow and Enter open its profile', {}, async (page) => {
  await page.goto(address);
  const box = page.getByRole('combobox');
  await box.pressSequentially('港饼网', { delay: 20 });
  const option = page.getByRole('option').first();
  await option.waitFor();
  assert.match(await option.innerText(), new RegExp(COMPANY));
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await box.press('ArrowDown');
  assert.equal(await box.getAttribute('aria-activedescendant'), await option.getAttribute('id'));
  await box.press('Enter');
  await page.waitForURL('**/s/*');
  assert.equal(await page.locator('h1').innerText(), COMPANY);
});

await step('Escape closes the suggestions and keeps what was typed', {}, async (page) => {
  await page.goto(address);
  const box = page.getByRole('combobox');
  await box.pressSequentially('gangbing', { delay: 20 });
  await page.getByRole('option').first().waitFor();
  await box.press('Escape');
  assert.equal(await page.getByRole('option').count(), 0);
  assert.equal(await box.inputValue(), 'gangbing');
});

for (const text of ['gangbing', '港饼', '黃石市港餅']) {
  await step(`${text} finds the company first, marked, with state and reason`, {}, async (page) => {
    await search(page, text);
    const card = page.locator('.card').first();
    assert.equal(await card.locator('.card-name').innerText(), COMPANY);
    assert.match(await card.locator('mark').first().innerText(), /港饼|黄石/);
    assert.match(await card.locator('.marks').innerText(), /红名单/);
    assert.notEqual((await card.locator('.why').innerText()).trim(), '');
  });
}

await step('the profile leads to its sections, a record and the report', {}, async (page) => {
  await search(page, 'gangbing');
  await page.locator('.card-name a').first().click();
  await page.waitForURL('**/s/*');
  for (const anchor of await page.locator('.anchors a').all()) {
    assert.equal(await page.locator(`[id="${(await anchor.getAttribute('href')).slice(1)}"]`).count(), 1);
  }
  const report = await page.locator('.actions .button').first().getAttribute('href');
  const pdf = await page.request.get(address + report);
  assert.equal(pdf.status(), 200);
  assert.match(pdf.headers()['content-type'], /^application\/pdf/);
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  const record = page.locator('.record-title').first();
  const title = await record.innerText();
  await record.click();
  await page.waitForURL('**/records/*');
  assert.equal(await page.locator('h1').innerText(), title);
  assert.match(await page.locator('main').innerText(), /公示至/);
});

await step('a facet narrows the results and is taken off again', {}, async (page) => {
  await page.goto(`${address}/search`);
  const all = await page.locator('.count').innerText();
  await page.locator('.facet a').first().click();
  await page.locator('.facet a.chosen').waitFor();
  assert.notEqual(await page.locator('.count').innerText(), all);
  await page.locator('.facet a.chosen').click();
  await page.locator('.facet a:not(.chosen)').first().waitFor();
  assert.equal(await page.locator('.facet a.chosen').count(), 0);
});

await step('a phone gets every page without scrolling sideways', { viewport: { width: 360, height: 740 } }, async (page) => {
  await search(page, 'gangbing');
  const profile = await page.locator('.card-name a').first().getAttribute('href');
  await page.goto(address + profile);
  const record = await page.locator('.record-title').first().getAttribute('href');
  const paths = ['/', '/search', '/search?q=gangbing&lang=en', '/search?q=zzzzqqq', profile, record];
  paths.push('/lists/red', '/lists/serious-default', '/commitments', '/about/data', '/statistics', '/verify', '/verify/CX1', '/no/such');
  for (const path of paths) {
    await page.goto(address + path);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `${path} is ${content} px wide in a window of ${window}`);
  }
});

await step('on a phone the filters open as a sheet and Escape closes it', { viewport: { width: 360, height: 740 } }, async (page) => {
  await page.goto(`${address}/search`);
  await page.locator('a.to-facets').click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').count(), 0);
});

await step('without JavaScript the same way leads to the profile', { javaScriptEnabled: false }, async (page) => {
  await search(page, '港饼');
  await page.locator('.card-name a').first().click();
  await page.waitForURL('**/s/*');
  assert.equal(await page.locator('h1').innerText(), COMPANY);
});

await step('a number that was never issued is told so', {}, async (page) => {
  await page.goto(`${address}/verify`);
  await page.getByLabel('报告编号').fill('CX20260101 0000 0000 0000 0');
  await page.locator('form').filter({ has: page.locator('#number') }).getByRole('button').click();
  await page.waitForURL('**/verify/*');
  assert.match(await page.locator('.verdict').innerText(), /没有查到这份报告/);
});

await step('statistics are drawn from their tables, and each table is a file', {}, async (page) => {
  await page.goto(`${address}/statistics`);
  assert.ok((await page.locator('#table-month tbody tr').count()) === 36);
  await page.locator('.chart canvas').first().waitFor();
  assert.equal(await page.locator('.chart canvas').count(), await page.locator('[data-chart]').count());
  const download = page.waitForEvent('download');
  await page.locator('#type a[download]').click();
  assert.equal((await download).suggestedFilename(), 'statistics-type.csv');
});

await step('without JavaScript the tables of the statistics stand alone', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${address}/statistics`);
  assert.equal(await page.locator('.chart').first().isVisible(), false);
  assert.equal(await page.locator('#table-type').isVisible(), true);
});

await browser.close();
process.exit(failed === 0 ? 0 : 1);

async function search(page, text) {
  await page.goto(address);
  await page.locator('#q').fill(text);
  await page.locator('.box button').click();
  await page.waitForURL('**/search?*');
}

/** One walk in a fresh window; what the browser complains about (also of the content policy) fails it too. */
async function step(name, options, walk) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 404')) {
      complaints.push(message.text());
    }
  });
  try {
    await walk(page);
    assert.deepEqual(complaints, []);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    const picture = join(mkdtempSync(join(tmpdir(), 'chengxin-failed-')), 'page.png');
    await page.screenshot({ path: picture, fullPage: true }).catch(() => undefined);
    console.log(`not ok  ${name}\n        ${page.url()}\n        ${picture}\n${error.stack}`);
  } finally {
    await context.close();
  }
}
