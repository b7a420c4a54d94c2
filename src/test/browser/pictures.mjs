// node pictures.mjs ADDRESS FONTS FOLDER PATH...: pictures of whole pages at 1440 and 360 px, to look at.
// COLOUR=dark takes them in dark mode; CLIP=top,height takes a part of them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';

const [address, fonts, folder, ...paths] = process.argv.slice(2);
const [top, height] = (process.env.CLIP ?? '').split(',').map(Number);
mkdirSync(folder, { recursive: true });
const browser = await launch(fonts);
for (const width of [1440, 360]) {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    colorScheme: process.env.COLOUR === 'dark' ? 'dark' : 'light',
  });
  for (const path of paths) {
    await page.goto(address + path, { waitUntil: 'load' });
    const name = path.replace(/[^a-z0-9]+/gi, '_').replace(/^_+|_+$/g, '') || 'home';
    await page.screenshot({
      path: join(folder, `${name}-${width}.png`),
      fullPage: true,
      clip: height ? { x: 0, y: top, width, height } : undefined,
    });
  }
  await page.close();
}
await browser.close();
