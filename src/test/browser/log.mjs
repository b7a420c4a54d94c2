// The transparency log and receipts, checked by a reader who believes nothing but the keys.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PATIENCE = 60_000;

export async function log({ address, step }) {
  // what a service worker asks for cannot be bent here
  await step('the log is checked against a head that was kept, by keyboard', { serviceWorkers: 'block' }, async (page) => {
    const { told, kept } = await opened(page, address);
    const head = await answer(page, `${address}/api/v1/log/head`, ({ size }) => size > 0);
    await page.setInputFiles('#kept-file', { name: 'log-head.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(head)) });
    assert.match(await told(), /现在的签名头真实[^]*只增不改[^]*之后增加/);
    const changed = head.statement.replace(/.(?=.{40}$)/, (one) => (one === 'A' ? 'B' : 'A'));
    assert.match(await kept(changed), /现在的签名头真实[^]*保存的签名头不是本站签名的/);
    assert.match(await kept('{"size": 1}'), /保存的内容里没有签名头/);
  });

  await step('a document is found in the log, and a proof that was bent is told', { serviceWorkers: 'block' }, async (page) => {
    const pdf = await (await page.request.get(`${address}/api/v1/subjects/91420202MA44G5GY9R/report.pdf`)).body();
    const statement = /ChengxinStatement\s*\(([^)]*)\)/.exec(pdf.toString('latin1'))[1];
    const number = JSON.parse(Buffer.from(statement.split('.')[1], 'base64url')).jti;
    const proof = await answer(page, `${address}/api/v1/log/proofs?document=${number}`, ({ entry }) => entry);
    const { told } = await opened(page, address);
    const check = async (document) => {
      await page.locator('#logged').fill(document);
      await page.locator('#logged').press('Enter');
      return told();
    };
    assert.match(await check(number), /现在的签名头真实[^]*文书在日志中/);
    assert.match(await check('CX20260101 0000 0000 0000 0'), /日志中没有这份文书/);
    for (const bent of [
      { ...proof, content: proof.content.replace(number, number.replace(/.$/, '?')) },
      { ...proof, entry: { ...proof.entry, at: '2020-01-01T00:00:00Z' } },
      { ...proof, path: proof.path.slice(1) },
    ]) {
      await page.route('**/api/v1/log/proofs?*', (route) => route.fulfill({ json: bent }));
      assert.match(await check(number), /现在的签名头真实[^]*文书的证明不成立/);
      await page.unroute('**/api/v1/log/proofs?*');
    }
  });

  await step('a log that was written anew is told, though all of it is signed', { serviceWorkers: 'block' }, async (page) => {
    const portal = new OtherPortal();
    const [a, b, c] = ['a', 'b', 'c'].map(leaf);
    await portal.serve(page, { size: 2, root: node(b, c) }, [c]);
    const { kept } = await opened(page, address);
    assert.match(await kept(portal.head(1, b)), /只增不改/);
    assert.match(await kept(portal.head(1, a)), /日志被改写过/);
    assert.match(await kept(portal.head(2, node(a, c))), /日志被改写过/);
    assert.match(await kept(portal.head(3, a)), /日志比您保存的短/);
    assert.match(await kept(new OtherPortal().head(1, b)), /保存的签名头不是本站签名的/);
    await portal.serve(page, { size: 2, root: node(b, c), by: new OtherPortal() }, [c]);
    assert.match(await kept(portal.head(1, b)), /现在的签名头不是本站签名的/);
  });

  await step('the log says in English what is wrong', { serviceWorkers: 'block' }, async (page) => {
    await page.route('**/api/v1/log/head', (route) => route.fulfill({ status: 503 }));
    const { told } = await opened(page, address, '?lang=en');
    await page.getByRole('button', { name: 'Check the log' }).click();
    assert.match(await told(), /It cannot be checked now/);
  });
}

export async function receipts({ address, step }) {
  await step('what a page showed is kept with its receipt, and checked later', {}, async (page) => {
    const kept = async (path, link) => {
      await page.goto(address + path);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    };
    const found = await kept('/search?q=gangbing', '保存查询回执');
    assert.match(found.answer, /黄石市港饼网络科技有限公司/);
    const profile = await kept('/s/91420202MA44G5GY9R', '保存查询回执');
    await page.goto(`${address}/verify`);
    await page.locator('#offline summary').press('Enter');
    const verdict = page.locator('#offline [role=status]');
    const told = async (content) => {
      await page.locator('#statement').fill(content);
      await page.locator('#offline button').press('Enter');
      await verdict.locator('h2').waitFor();
      const text = await verdict.innerText();
      await verdict.evaluate((place) => place.replaceChildren());
      return text;
    };
    assert.match(await told(JSON.stringify(found)), /查询回执真实，回答原样[^]*GET \/api\/v1\/subjects\?q=gangbing/);
    assert.match(await told(JSON.stringify(profile)), /查询回执真实，回答原样[^]*GET \/api\/v1\/subjects\//);
    assert.match(await told(profile.receipt), /^查询回执真实\n/);
    assert.match(await told(JSON.stringify({ ...profile, answer: `${profile.answer} ` })), /内容被改动过/);
    assert.match(await told(JSON.stringify({ ...profile, answer: found.answer })), /内容被改动过/);
  });
}

/** The part of the page, opened by keyboard; `told` is what it says next. */
async function opened(page, address, query = '') {
  await page.goto(`${address}/verify${query}`);
  await page.locator('#log summary').press('Enter');
  const status = page.locator('#log [role=status]');
  const told = async () => {
    await status.locator('h2').first().waitFor();
    const text = await status.innerText();
    await status.evaluate((place) => place.replaceChildren());
    return text;
  };
  const kept = async (statement) => {
    await page.locator('#kept').fill(statement);
    await page.locator('#log button').press('Enter');
    return told();
  };
  return { told, kept };
}

/** The log follows what happens within seconds. */
async function answer(page, url, good) {
  for (const until = Date.now() + PATIENCE; ; ) {
    const found = await (await page.request.get(url)).json();
    if (good(found)) {
      return found;
    }
    assert.ok(Date.now() < until, `in time: ${url}`);
  }
}

function sha(...parts) {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function leaf(entry) {
  return sha(Buffer.of(0), Buffer.from(entry));
}

function node(left, right) {
  return sha(Buffer.of(1), left, right);
}

/** A portal with a key of its own, in front of the real one. */
class OtherPortal {
  constructor() {
    this.keys = generateKeyPairSync('ed25519');
  }

  head(size, root) {
    const parts = [
      { alg: 'EdDSA', kid: 'other' },
      { knd: 'log-head', iss: 'other', iat: 1_790_000_000, size, root: root.toString('base64url') },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    return [...parts, sign(null, Buffer.from(parts.join('.')), this.keys.privateKey).toString('base64url')].join('.');
  }

  async serve(page, { size, root, by = this }, path) {
    const key = { ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'other', development: false };
    await page.route('**/.well-known/chengxin/keys.json', (route) => route.fulfill({ json: { keys: [key] } }));
    await page.route('**/api/v1/log/head', (route) => route.fulfill({ json: { statement: by.head(size, root) } }));
    await page.route('**/api/v1/log/consistency?*', (route) =>
      route.fulfill({ json: { path: route.request().url().includes('first=2') ? [] : path.map((step) => step.toString('base64url')) } }),
    );
  }
}
