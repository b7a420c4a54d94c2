// node screenshots.mjs ADDRESS FONTS FOLDER PATH...: pictures of pages at 1440 and 360 px, to look at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';

const [address, fonts, folder, ...paths] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await launch(fonts);
for (const width of [1440, 360]) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  for (const path of paths) {
    await page.goto(address + path, { waitUntil: 'load' });
    const name = path.replace(/[^a-z0-9]+/gi, '_').replace(/^_+|_+$/g, '') || 'home';
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, ...(process.env.CLIP ? { clip: { x: 0, y: Number(process.env.CLIP.split(",")[0]), width, height: Number(process.env.CLIP.split(",")[1]) } } : {}) });
  }
  await page.close();
}
await browser.close();
