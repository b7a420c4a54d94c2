// What a keyboard alone does.
import assert from 'node:assert/strict';
import { PHONE } from './walks.mjs';

export async function keyboard({ address, step }) {
  await step('the first stop of the Tab key skips to the content', {}, async (page) => {
    await page.goto(`${address}/search`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  });

  await step('arrows walk the suggestions, Home goes back to the text, their number is announced', { locale: 'en' }, async (page) => {
    await page.goto(address);
    const box = page.getByRole('combobox');
    await box.pressSequentially('gangbing');
    await page.getByRole('option').first().waitFor();
    assert.match(await page.locator('.box [role="status"]').innerText(), /^\d+ suggestion/);
    await box.press('ArrowUp');
    const last = page.getByRole('option').last();
    assert.equal(await box.getAttribute('aria-activedescendant'), await last.getAttribute('id'));
    await box.press('Home');
    assert.equal(await box.getAttribute('aria-activedescendant'), null);
    assert.equal(await box.evaluate((input) => input.selectionStart), 0);
    await box.fill('zzzzqqqq');
    await page.locator('.box [role="status"]', { hasText: 'No suggestions' }).waitFor();
    assert.equal(await box.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('.box [role="status"]').innerText(), '');
    assert.ok(await page.getByRole('button', { name: 'Search' }).evaluate((button) => button === document.activeElement));
  });

  for (const scripted of [true, false]) {
    for (const path of ['/search', '/search/records']) {
      await step(`the Tab key reaches the filters of ${path} before the hits and can pass them (script: ${scripted})`, {
        javaScriptEnabled: scripted,
      }, async (page) => {
        await page.goto(address + path);
        const inside = (part) => page.locator(`${part} :focus`).count();
        await page.locator('.tabs a').last().focus();
        for (let stop = 0; stop < 4 && (await inside('.facets')) === 0; stop++) {
          await page.keyboard.press('Tab');
          assert.equal(await inside('.hits'), 0);
        }
        const past = page.getByRole('link', { name: '跳过筛选，到结果' });
        assert.equal(await past.evaluate((link) => link === document.activeElement), true);
        assert.ok((await past.boundingBox()).width > 50, 'shown while it has the focus');
        await page.keyboard.press('Tab');
        assert.equal(await inside('.facets'), 1);
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        assert.equal(await inside('.hits'), 1);
      });
    }
  }

  for (const scripted of [true, false]) {
    await step(`on a phone the link leads to the filters while there is no sheet (script: ${scripted})`, {
      ...PHONE,
      javaScriptEnabled: scripted,
    }, async (page) => {
      await page.route('**/assets/main-*.js', (route) => route.fulfill({ status: 503 }));
      await page.goto(`${address}/search?q=gangbing`);
      await page.locator('a.to-facets').click();
      await page.locator('.facets a').nth(1).click();
      await page.locator('.facet a.chosen').first().waitFor({ state: 'attached' });
    });
  }

  await step('a phone opens the filters by key as a sheet, which keeps and returns the focus', PHONE, async (page) => {
    await page.goto(`${address}/search`);
    const opener = page.locator('button.to-facets');
    await opener.focus();
    await page.keyboard.press('Space');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Shift+Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('[role="dialog"]') !== null));
    await page.keyboard.press('Tab');
    assert.ok(await page.locator('.sheet-close').evaluate((close) => close === document.activeElement));
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.ok(await opener.evaluate((button) => button === document.activeElement));
  });

  await step('copying the code is announced', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto(`${address}/s/91420202MA44G5GY9R`);
    await page.locator('.copy').press('Enter');
    await page.locator('.code-line [role="status"]', { hasText: '已复制' }).waitFor();
  });
}
