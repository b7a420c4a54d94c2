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
