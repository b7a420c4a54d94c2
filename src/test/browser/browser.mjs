// A real browser that can show Chinese: Chromium unpacked from its package, with the report's font.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

/** Launches Chromium; fonts is a folder with a Chinese TTF; hosts are names that stand for this machine. */
export async function launch(fonts, hosts = []) {
  const folder = mkdtempSync(join(tmpdir(), 'chengxin-browser-'));
  const cache = join(folder, 'cache');
  mkdirSync(cache);
  const config = join(folder, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${resolve(fonts)}</dir><cachedir>${cache}</cachedir>
<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
<alias><family>serif</family><prefer><family>Noto Serif SC</family></prefer></alias></fontconfig>`,
  );
  // read by the package when it is loaded, and by Chromium
  process.env.FONTCONFIG_FILE = config;
  const { default: packed } = await import('@sparticuz/chromium');
  const args = packed.args.filter((arg) => !arg.startsWith('--headless') && arg !== '--single-process');
  if (hosts.length > 0) {
    args.push(`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`);
  }
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args,
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: config },
  });
}
