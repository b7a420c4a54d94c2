// Walks through the portal: each in a fresh window, each counted.
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const DESK = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' };
export const PHONE = { viewport: { width: 360, height: 740 }, locale: 'zh-CN' };

/** The running portal as a browser sees it; {@code failed} counts the walks that did not end well. */
export class Walks {
  failed = 0;

  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
    this.step = this.step.bind(this);
  }

  /** One walk in a fresh window; what the browser complains about (also of the content policy) fails it too. */
  async step(name, options, walk) {
    const context = await this.browser.newContext({ ...DESK, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // an answer that is meant to be an error is one of the states walked through
      if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) {
        complaints.push(message.text());
      }
    });
    try {
      await walk(page);
      assert.deepEqual(complaints, []);
      console.log(`ok      ${name}`);
    } catch (error) {
      this.failed++;
      const picture = join(mkdtempSync(join(tmpdir(), 'chengxin-failed-')), 'page.png');
      await page.screenshot({ path: picture, fullPage: true }).catch(() => undefined);
      console.log(`not ok  ${name}\n        ${page.url()}\n        ${picture}\n${error.stack}`);
    } finally {
      await context.close();
    }
  }
}
