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
    // a busy hour: the download waits, and the page says for how long
    let ahead = 3;
    await page.route('**/api/v1/document-queue', (route) => route.fulfill({ json: { waiting: 9, own: ahead > 0 ? 1 : 0, ahead, seconds: 2 * ahead } }));
    await page.route('**/report.pdf*', (route) => route.fulfill({ status: 204 }));
    await page.locator('.actions .button').first().click();
    const queue = page.locator('[data-queue]');
    await queue.filter({ hasText: '前面还有 3 份文书，约 6 秒' }).waitFor();
    ahead = 0;
    await page.waitForFunction(() => document.querySelector('[data-queue]').textContent === '');
    const record = page.locator('.record-title').first();
    const title = await record.innerText();
    await record.click();
    await page.waitForURL('**/records/*');
    assert.ok(title.startsWith(await page.locator('h1').innerText()), title);
    assert.match(await page.locator('main').innerText(), /公示至/);
  });

  await step('the same words are looked for in records, marked, narrowed by sum, and lead to the record', {}, async (page) => {
    await search(page, '市监局 “罚款”');
    await page.getByRole('link', { name: '信用记录', exact: true }).click();
    await page.waitForURL('**/search/records?*');
    assert.equal(await page.locator('#q').inputValue(), '市监局 “罚款”');
    const all = Number.parseInt(await page.locator('.count').innerText(), 10);
    assert.ok(all > 0);
    assert.match((await page.locator('.matched mark').allInnerTexts()).join(' '), /罚款/);
    await page.locator('details.narrow summary').click();
    await page.getByLabel('金额（元）不少于').fill('50000');
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await page.waitForURL('**minAmount=50000**');
    const narrowed = Number.parseInt(await page.locator('.count').innerText(), 10);
    assert.ok(narrowed > 0 && narrowed < all, `${narrowed} of ${all}`);
    assert.equal(await page.locator('#q').inputValue(), '市监局 “罚款”');
    await page.locator('.card-name a').first().click();
    await page.waitForURL('**/records/*');
    assert.match(await page.locator('main').innerText(), /罚款/);
  });

  await step('what is newly published is counted by kind, and each count leads to just those records', {}, async (page) => {
    await page.goto(address);
    const kind = page.locator('.news li').filter({ hasText: '行政处罚' });
    const count = Number.parseInt((await kind.locator('b').innerText()).replace(',', ''), 10);
    assert.ok(count > 0);
    await kind.getByRole('link').click();
    await page.waitForURL('**/search/records?*publishedFrom=*');
    assert.equal(Number.parseInt((await page.locator('.count').innerText()).replace(',', ''), 10), count);
    assert.deepEqual([...new Set(await page.locator('.card-facts .tag').allInnerTexts())], ['行政处罚']);
    assert.equal(await page.locator('.sorts strong').innerText(), '公示日期');
    const days = await page.locator('.card-facts .unbroken time').allInnerTexts();
    assert.deepEqual(days, [...days].sort().reverse());
    assert.ok(days.every((day) => day >= new URL(page.url()).searchParams.get('publishedFrom')));
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

  await step('a code in the address leads to the profile in the language and the view that were asked for', {}, async (page) => {
    const answers = [];
    page.on('response', (answer) => answers.push(answer.status()));
    await page.goto(`${address}/s/91420202MA44G5GY9R?lang=en&view=elder`);
    assert.equal(answers[0], 308);
    assert.match(page.url(), /\/s\/[^/?]{6,12}\?view=elder&lang=en$/);
    assert.equal(await page.locator('html.elder[lang="en"] h1').innerText(), COMPANY);
  });

  await step('a snippet follows what is chosen, and its preview is the real thing', {}, async (page) => {
    await page.goto(`${address}/developers`);
    await page.getByRole('link', { name: '生成嵌入代码' }).click();
    const snippet = page.locator('#snippet');
    const preview = page.locator('.preview');
    await preview.getByRole('combobox').pressSequentially('gangbing', { delay: 5 });
    await preview.getByRole('option').first().waitFor();
    await page.getByLabel('放什么').selectOption('badge');
    await page.getByText('请填写主体').waitFor();
    await page.getByLabel('主体', { exact: true }).fill('91420202MA44G5GY9R');
    await page.getByLabel('主体', { exact: true }).press('Tab');
    await preview.locator('.valid').waitFor();
    assert.match(await snippet.innerText(), /<script type="module"[^]*integrity="sha384-[^]*<chengxin-badge/);
    await page.getByLabel('语言').selectOption('en');
    await preview.getByText('In business').waitFor();
    await page.getByLabel('放什么').selectOption('frame');
    await preview.frameLocator('iframe').getByText('In business', { exact: true }).waitFor();
    assert.match(await page.locator('#policy').innerText(), /^frame-src http/);
    await page.getByLabel('放什么').selectOption('image');
    await preview.locator('img').waitFor();
    assert.equal(await preview.locator('img').evaluate((image) => image.decode().then(() => image.naturalWidth)), 300);
    // what was chosen stands in the address
    await page.reload();
    assert.match(await snippet.innerText(), /badge\/.*\.svg\?lang=en/);
    await page.getByRole('button', { name: '复制' }).waitFor();
  });

  await step('without JavaScript a form makes the snippet', { javaScriptEnabled: false }, async (page) => {
    await search(page, COMPANY);
    await page.locator('.card-name a').first().click();
    await page.getByRole('link', { name: '嵌入' }).click();
    await page.getByLabel('放什么').selectOption('link');
    await page.getByRole('button', { name: '生成代码' }).click();
    await page.waitForURL('**form=link*');
    assert.match(await page.locator('#snippet').innerText(), new RegExp(`^<a href="http[^"]*/s/[^"]+" [^>]*>${COMPANY}</a>$`));
    assert.equal(await page.locator('.preview').innerText(), COMPANY);
  });

  await step('without JavaScript the same way leads to the profile', { javaScriptEnabled: false }, async (page) => {
    await search(page, '港饼');
    await page.locator('.card-name a').first().click();
    await page.waitForURL('**/s/*');
    assert.equal(await page.locator('h1').innerText(), COMPANY);
  });

  await step('statistics are drawn from their tables, and each table is a file', {}, async (page) => {
    await page.goto(`${address}/statistics`);
    assert.ok((await page.locator('#table-month tbody tr').count()) === 36);
    const download = page.waitForEvent('download');
    await page.locator('#type a[download]').click();
    assert.equal((await download).suggestedFilename(), 'statistics-type.csv');
  });

  await step('charts are drawn from the tables when they are asked for, by a script that is fetched then', {}, async (page) => {
    const scripts = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length);
    await page.goto(`${address}/statistics`, { waitUntil: 'networkidle' });
    const before = await scripts();
    assert.equal(await page.locator('.chart').first().isVisible(), false);
    const button = page.getByRole('button', { name: '看图' });
    await button.press('Enter');
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    for (const chart of await page.locator('[data-chart]').all()) {
      await chart.locator('canvas').waitFor();
    }
    assert.equal(await scripts(), before + 1);
    const month = page.locator('[data-chart="table-month"]');
    const plain = await month.screenshot();
    await month.hover();
    await page.waitForTimeout(300);
    assert.notDeepEqual(await month.screenshot(), plain, 'a bar is told when it is pointed at');
    await button.press('Enter');
    assert.equal(await page.locator('.chart').first().isVisible(), false);
  });

  await step('when the script of the charts cannot be fetched the reader is told', {}, async (page) => {
    await page.goto(`${address}/statistics`, { waitUntil: 'networkidle' });
    await page.route('**/assets/bars-*.js', (route) => route.fulfill({ status: 503 }));
    const button = page.getByRole('button', { name: '看图' });
    await button.click();
    await page.locator('.draw [role="status"]', { hasText: '脚本下载失败' }).waitFor();
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    assert.equal(await page.locator('.chart').first().isVisible(), false);
  });

  await step('without JavaScript the tables of the statistics stand alone', { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${address}/statistics`);
    assert.equal(await page.locator('[data-draw]').isVisible(), false);
    assert.equal(await page.locator('#table-type').isVisible(), true);
    const rows = page.locator('#table-type tbody tr');
    const frame = await page.locator('.statistic-table').nth(1).boundingBox();
    const lengths = [];
    for (const row of [rows.first(), rows.nth(1)]) {
      const bar = await row.locator('rect').boundingBox();
      const number = await row.locator('.length > span').boundingBox();
      assert.ok(bar.x + bar.width < number.x && number.x + number.width <= frame.x + frame.width, 'bar and number are in sight');
      lengths.push(bar.width / Number(await row.locator('[data-value]').getAttribute('data-value')));
    }
    assert.ok(lengths[0] > 1 && Math.abs(lengths[0] / lengths[1] - 1) < 0.05, `as long as the numbers say: ${lengths}`);
  });

  await step('nothing found leads to what is near, and to the form with what was typed', {}, async (page) => {
    await search(page, '楚东万达国际影城');
    assert.match(await page.locator('.near').innerText(), /楚东优品/);
    await page.locator('.nothing a[href^="/objections/new"]').click();
    await page.waitForURL('**/objections/new?*');
    assert.equal(await page.locator('#about').inputValue(), '楚东万达国际影城');
  });

  await step('a look-alike domain typed into the box warns, and leads to the real one', {}, async (page) => {
    await search(page, 'https://gаngbing.example.cn/login?from=sms');
    const warning = page.locator('.site-warning');
    assert.match(await warning.innerText(), /小心仿冒[^]*gangbing\.example\.cn[^]*外形相同[^]*不要在那里付款/);
    await warning.getByRole('link', { name: COMPANY }).click();
    await page.waitForURL('**/s/*');
    await search(page, 'www.gangbing.example.cn');
    assert.match(await page.locator('.site-note').innerText(), /登记的网址[^]*自 20/);
    assert.equal(await page.locator('.site-warning').count(), 0);
  });

  await step('a pasted invoice block finds the company whole', {}, async (page) => {
    await search(page, `名称：${COMPANY} 税号：91420202MA44G5GY9R 地址：湖滨大道 电话：0714-6300000 `.padEnd(400, '备注'));
    assert.equal(await page.locator('.card-name').first().innerText(), COMPANY);
  });

  await step('an objection to a record is filled in, mended, sent with a file and followed', {}, async (page) => {
    await search(page, COMPANY);
    await page.locator('.card-name a').first().click();
    await page.waitForURL('**/s/*');
    await page.locator('.record a.object').first().click();
    await page.waitForURL('**/objections/new?record=*');
    const record = await page.locator('#record').inputValue();
    assert.notEqual(record, '');
    await page.getByLabel('内容有误').check();
    await page.locator('#description').fill('证书编号少写了一位，请核对原件。');
    await page.getByLabel('信用主体本身').check();
    await page.locator('#name').fill('方某');
    await page.locator('#consent').check();
    await page.locator('#evidence').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
    await page.locator('#send').click();
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    assert.deepEqual(await summary.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))), [
      '#phone',
      '#evidence',
    ]);
    assert.equal(await page.locator('#record').inputValue(), record);
    assert.equal(await page.locator('#description').inputValue(), '证书编号少写了一位，请核对原件。');
    await page.locator('#phone').fill('0714-6300000');
    await page
      .locator('#evidence')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 evidence') });
    await page.locator('#send').click();
    await page.waitForURL('**/follow/*');
    const code = await page.locator('.follow-code').innerText();
    assert.match(code, /^([0-9A-Z]{4} ){3}[0-9A-Z]{4}$/);
    await page.goto(`${address}/follow`);
    await page.locator('#code').fill(code.toLowerCase());
    await page.locator('form').filter({ has: page.locator('#code') }).getByRole('button').click();
    await page.waitForURL('**/follow/*');
    const main = await page.locator('main').innerText();
    assert.match(main, /已收到/);
    assert.doesNotMatch(main, /方某|6300000|证书编号/);
  });

  async function search(page, text) {
    await page.goto(address);
    await page.locator('#q').fill(text);
    await page.locator('.box button').click();
    await page.waitForURL('**/search?*');
  }
}
