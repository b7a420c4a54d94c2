// A document in the hands of someone who was given it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export async function documents({ address, step }, batch) {
  await step('a number that was never issued is told so', {}, async (page) => {
    await page.goto(`${address}/verify`);
    await page.getByLabel('报告编号', { exact: true }).fill('CX20260101 0000 0000 0000 0');
    await page.locator('form').filter({ has: page.locator('#number') }).getByRole('button').click();
    await page.waitForURL('**/verify/*');
    assert.match(await page.locator('.verdict').innerText(), /没有查到这份报告/);
  });

  await step('a report is checked on the device, with the network off too', {}, async (page) => {
    const pdf = await (await page.request.get(`${address}/api/v1/subjects/91420202MA44G5GY9R/report.pdf`)).body();
    const part = await (await page.request.get(`${address}/api/v1/subjects/91420202MA44G5GY9R/report.pdf?section=licensing&asOf=${new Date().toISOString()}`)).body();
    const statement = /ChengxinStatement\s*\(([^)]*)\)/.exec(pdf.toString('latin1'))[1];
    const number = JSON.parse(Buffer.from(statement.split('.')[1], 'base64url')).jti;
    await page.goto(`${address}/verify`);
    await page.locator('#offline[data-kept=true]').waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    await page.goto(`${address}/verify/${number}#${statement}`);
    const verdict = page.locator('#offline [role=status]');
    await verdict.locator('h2').waitFor();
    assert.match(await verdict.innerText(), /签名真实[\s\S]*黄石市港饼网络科技有限公司[\s\S]*CX/);
    const told = async (name, content) => {
      await verdict.evaluate((place) => place.replaceChildren());
      await page.setInputFiles('#file', { name, mimeType: 'application/pdf', buffer: content });
      await verdict.locator('h2').waitFor();
      return verdict.locator('h2').innerText();
    };
    assert.equal(await told('report.pdf', pdf), '签名真实');
    assert.doesNotMatch(await verdict.innerText(), /反映截至|列示范围/);
    assert.equal(await told('part.pdf', part), '签名真实');
    assert.match(await verdict.innerText(), /反映截至[^]*列示范围\s*仅部分类别/);
    // in the content, and in the room of the signature: its frame, the version in it, the case of a digit, what fills it up
    const room = pdf.indexOf('/Contents <') + '/Contents '.length;
    const letter = room + pdf.subarray(room).toString('latin1').search(/[a-f]/);
    const fill = pdf.indexOf('>', room) - 1;
    for (const [place, bit] of [[pdf.length >> 1, 1], [room, 1], [pdf.indexOf('020101', room) + 5, 2], [letter, 32], [fill, 1]]) {
      const changed = Buffer.from(pdf);
      changed[place] ^= bit;
      assert.equal(await told('changed.pdf', changed), '内容被改动过', `byte ${place}`);
    }
    assert.equal(await told('longer.pdf', Buffer.concat([pdf, Buffer.from(' ')])), '内容被改动过');
    assert.equal(await told('other.pdf', Buffer.from('%PDF-1.4')), '没有签名');
    const zip = readFileSync(batch);
    assert.equal(await told('reports.zip', zip), '整批报告真实、完整');
    assert.match(await verdict.innerText(), /报告份数\s*1/);
    const cut = Buffer.from(zip);
    cut[zip.length >> 1] ^= 1;
    assert.equal(await told('changed.zip', cut), '内容被改动过');
    assert.equal(await told('shorter.zip', zip.subarray(0, zip.length - 1)), '没有签名');
    // bytes that no directory names, a file that is called otherwise where it stands, and one that some programs would not see
    const end = zip.length - 22;
    const directory = zip.readUInt32LE(end + 16);
    const between = Buffer.concat([zip.subarray(0, directory), Buffer.from(' '), zip.subarray(directory)]);
    between.writeUInt32LE(directory + 1, end + 1 + 16);
    assert.equal(await told('between.zip', between), '没有签名');
    const renamed = Buffer.from(zip);
    renamed[30] ^= 1;
    assert.equal(await told('renamed.zip', renamed), '没有签名');
    const fewer = Buffer.from(zip);
    fewer[end + 10] -= 1;
    assert.equal(await told('fewer.zip', fewer), '没有签名');
    await page.getByLabel('二维码的内容').fill(statement.replace(/.(?=.{40}$)/, (one) => (one === 'A' ? 'B' : 'A')));
    await page.getByRole('button', { name: '在本机核验' }).click();
    await verdict.getByText('内容被改动过').waitFor();
    await page.getByLabel('二维码的内容').fill(number);
    await page.getByRole('button', { name: '在本机核验' }).click();
    await verdict.getByText('只凭编号不能证明真伪').waitFor();
    await page.context().setOffline(false);
  });
}
