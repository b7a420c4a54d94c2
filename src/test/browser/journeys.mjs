// What readers come for, from the box to the report.
import assert from 'node:assert/strict';

const COMPANY = '黄石市港饼网络科技有限公司';

export async function journeys({ address, step }) {
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
    assert.ok(title.startsWith(await page.locator('h1').innerText()), title);
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

  await step('the view for elder readers is kept while browsing, in both languages, until it is left', {}, async (page) => {
    const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
    await page.goto(address);
    assert.equal(await size(), '16px');
    await page.getByRole('link', { name: '关怀版' }).click();
    await page.locator('html.elder').waitFor();
    await search(page, 'gangbing');
    assert.equal(await size(), '20px');
    await page.getByRole('link', { name: 'English' }).click();
    await page.locator('html.elder[lang="en"]').waitFor();
    await page.getByRole('link', { name: 'Standard view' }).click();
    await page.locator('html[lang="en"]:not(.elder)').waitFor();
    assert.equal(await page.locator('#q').inputValue(), 'gangbing');
    await page.goto(address);
    assert.equal(await size(), '16px');
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

  async function search(page, text) {
    await page.goto(address);
    await page.locator('#q').fill(text);
    await page.locator('.box button').click();
    await page.waitForURL('**/search?*');
  }
}
