// Under other conditions than a screen and a quick line: printed, without the script, in the reader's own colours.
import assert from 'node:assert/strict';

const PROFILE = '/s/91420202MA44G5GY9R';

export async function conditions({ address, step }) {
  await step('a printed profile has every fact, no controls, and says where and when it is from', {}, async (page) => {
    await page.goto(address + PROFILE);
    await page.emulateMedia({ media: 'print' });
    for (const control of ['.main-nav', '.preferences', '.box', '.actions', '.anchors', '.copy', '.foot-links']) {
      assert.equal(await page.locator(control).first().isVisible(), false, control);
    }
    const folded = await page.locator('main details .facts, main details .rows').all();
    assert.ok(folded.length > 10);
    for (const facts of folded) {
      assert.ok(await facts.isVisible(), 'folded away in print');
    }
    const from = await page.locator('.printed').innerText();
    assert.ok(from.includes(new URL(page.url()).pathname), from);
    assert.match(from, /\d{4}-\d\d-\d\d/);
    const leads = await page.locator('.elsewhere a').first().evaluate((link) => getComputedStyle(link, '::after').content);
    assert.match(leads, /attr\(href\)|creditchina/);
    assert.equal((await page.pdf({ format: 'A4' })).subarray(0, 5).toString(), '%PDF-');
  });

  await step('printed results say what was asked for; printed tables are whole and repeat their head', {}, async (page) => {
    await page.goto(`${address}/search?q=gangbing`);
    await page.emulateMedia({ media: 'print' });
    const title = await page.locator('h1').boundingBox();
    assert.ok(title.height > 10 && title.width > 50, JSON.stringify(title));
    assert.equal(await page.locator('.tabs').isVisible(), false);
    await page.setViewportSize({ width: 680, height: 900 });
    for (const path of ['/statistics', '/lists/red', '/verify/CX1']) {
      await page.goto(address + path);
      assert.equal(await page.locator('form').first().isVisible().catch(() => false), false, path);
      for (const frame of await page.locator('.statistic-table').all()) {
        assert.ok(await frame.evaluate((table) => table.scrollHeight <= table.clientHeight + 1), 'cut off');
      }
      for (const head of await page.locator('thead').all()) {
        assert.equal(await head.evaluate((part) => getComputedStyle(part).display), 'table-header-group');
      }
    }
  });

  await step('the page is painted before its script has come', {}, async (page) => {
    await page.route('**/assets/*.js', () => undefined);
    for (const path of ['/', '/search?q=gangbing', PROFILE, '/statistics']) {
      await page.goto(address + path, { waitUntil: 'commit' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      assert.ok(await page.locator('main a').first().isVisible(), path);
    }
  });

  await step('in the colours of the reader marks and choices keep their shapes', { forcedColors: 'active' }, async (page) => {
    await page.goto(`${address}/search?list=serious-default`);
    for (const mark of ['.mark-serious', '.facet a.chosen']) {
      assert.equal(await page.locator(mark).first().evaluate((shape) => getComputedStyle(shape).borderTopStyle), 'solid', mark);
    }
    await page.goto(address);
    await page.getByRole('combobox').pressSequentially('港饼');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const ground = (option) => option.evaluate((part) => getComputedStyle(part).backgroundColor);
    assert.notEqual(await ground(page.getByRole('option').first()), await ground(page.getByRole('option').nth(1)));
  });

  await step('more contrast when it is asked for', { contrast: 'more' }, async (page) => {
    await page.goto(address);
    const colours = await page.evaluate(() => [document.body, document.querySelector('.lede')].map((part) => getComputedStyle(part).color));
    assert.equal(colours[0], colours[1]);
  });
}
