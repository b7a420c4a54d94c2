import { LogCheck, statementIn } from './log';
import { hex, same } from './proof/der';
import { batchChecked } from './proof/batch';
import { checked } from './proof/document';
import { hash } from './proof/merkle';
import { bytesOf, KEYS, opened, publishedKeys, REVOCATIONS, revocations } from './proof/published';
import { told, wordsOf } from './proof/verdict';
import { isZip } from './proof/zip';

// Checks in the browser what needs no server: the signed statement of a QR code, and the signature of a PDF. The page, the keys
// and the list of revocations are kept, so that it also works with the network off.

const WORKER = '/verify-worker.js';
const CACHE = 'verify';

type Verdict =
  | 'genuine'
  | 'superseded'
  | 'ended'
  | 'altered'
  | 'foreign'
  | 'unreadable'
  | 'unsigned'
  | 'number'
  | 'receipt'
  | 'receiptAlone'
  | 'batch'
  | 'impossible';
type Facts = Record<string, string>;

/** What a kind of document is called on this page; its code for one that came later. */
function named(kind: string): string {
  return [...document.querySelectorAll<HTMLElement>('[data-document]')].find((one) => one.dataset.document === kind)?.textContent ?? kind;
}

const section = document.querySelector<HTMLDetailsElement>('#offline');
if (section) {
  begin(section);
}

function begin(place: HTMLDetailsElement): void {
  const log = LogCheck.begin();
  const form = place.querySelector('form')!;
  const input = form.querySelector('textarea')!;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void show(place, () => ofText(input.value));
  });
  const file = document.querySelector<HTMLInputElement>('#file');
  if (file) {
    // what only this device checks
    file.accept += ',application/zip,.zip';
    file.form!.addEventListener('submit', (event) => {
      if (file.files?.[0]?.name.toLowerCase().endsWith('.zip')) {
        event.preventDefault();
      }
    });
  }
  file?.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (chosen) {
      void show(place, async () => ofFile(new Uint8Array(await chosen.arrayBuffer())));
    }
  });
  for (const kind of ['dragover', 'drop'] as const) {
    addEventListener(kind, (event) => {
      const dropped = event.dataTransfer?.files[0];
      if (event.dataTransfer?.types.includes('Files')) {
        event.preventDefault();
      }
      if (kind === 'drop' && dropped) {
        void take(place, log, dropped);
      }
    });
  }
  // a QR code leads here with the statement where no server gets it
  if (location.hash.length > 1) {
    input.value = location.href;
    void show(place, () => ofText(location.href));
  }
  void keep(place);
}

/** A PDF, a batch, or the head of the log that somebody kept. */
async function take(place: HTMLDetailsElement, log: LogCheck | undefined, dropped: File): Promise<void> {
  const file = new Uint8Array(await dropped.arrayBuffer());
  const text = isZip(file) ? '' : new TextDecoder('latin1').decode(file);
  await (log && !text.startsWith('%PDF') && !receiptIn(text) && statementIn(text) ? log.take(text) : show(place, () => ofFile(file)));
}

/** Keeps what is needed with the network off; without it the page is what it was. */
async function keep(place: HTMLElement): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  try {
    await navigator.serviceWorker.register(WORKER, { scope: '/verify' });
    const cache = await caches.open(CACHE);
    const own = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet], link[rel=icon]')].map((link) => link.href);
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map((script) => script.src);
    // what scripts and styles load in their turn
    const parts = performance.getEntriesByType('resource').map((entry) => entry.name);
    const assets = parts.filter((address) => address.includes('/assets/'));
    // whichever number the address names, and in the language of this page
    await cache.put('/verify', await fetch(place.dataset.page!));
    await cache.addAll([...new Set([KEYS, REVOCATIONS, ...own, ...scripts, ...assets])]);
    place.dataset.kept = 'true';
  } catch {
    // refused by the reader or the browser, or the network went meanwhile
  }
}

async function show(place: HTMLDetailsElement, check: () => Promise<[Verdict, Facts]>): Promise<void> {
  const result = place.querySelector<HTMLElement>('[role=status]')!;
  let verdict: Verdict;
  let facts: Facts = {};
  try {
    [verdict, facts] = await check();
  } catch {
    verdict = 'impossible';
  }
  result.className = `verdict verdict-${verdict === 'genuine' || verdict === 'batch' ? 'current' : verdict === 'superseded' ? 'updated' : verdict}`;
  place.open = true;
  result.replaceChildren(...wordsOf(place, verdict, facts));
}

async function ofText(typed: string): Promise<[Verdict, Facts]> {
  const text = typed.trim();
  const kept = receiptIn(text);
  if (kept) {
    return ofStatement(kept.receipt, kept.answer);
  }
  const statement = /[\w-]+\.[\w-]+\.[\w-]+$/.exec(text)?.[0];
  const number = /CX[\dA-Z]{21}/.exec(text.replace(/[\s·-]/g, '').toUpperCase())?.[0];
  if (statement && statement.length > 100) {
    return ofStatement(statement);
  }
  if (!number) {
    return ['unreadable', {}];
  }
  const list = await revocations(await publishedKeys());
  return (await list.has(number))
    ? ['superseded', { number, list: told(list.asOf) }]
    : ['number', { number, list: told(list.asOf) }];
}

async function ofStatement(statement: string, answer?: string): Promise<[Verdict, Facts]> {
  const keys = await publishedKeys();
  const found = await opened(statement, keys);
  if (found.state !== 'signed') {
    return [found.state === 'none' ? 'unreadable' : found.state, {}];
  }
  const { claims, key } = found;
  if (claims.knd === 'receipt') {
    return ofReceipt(claims, answer);
  }
  const list = await revocations(keys);
  const number = String(claims.jti);
  if (await list.has(number)) {
    // nothing more is said of what is not current
    return ['superseded', { number, list: told(list.asOf) }];
  }
  const end = new Date(Number(claims.exp) * 1000);
  if (end.getTime() <= Date.now()) {
    return ['ended', { number, end: told(end) }];
  }
  const facts: Facts = {
    ...(claims.knd ? { document: named(String(claims.knd)) } : {}),
    ...(claims.name ? { subject: String(claims.name) } : {}),
    code: String(claims.sub),
    number,
    issuedAt: told(new Date(Number(claims.iat) * 1000)),
    ...(claims.past ? { past: told(new Date(Number(claims.past) * 1000)) } : {}),
    ...(claims.part ? { part: document.querySelector('[data-fact=some]')!.textContent! } : {}),
    end: told(end),
    list: told(list.asOf),
  };
  return ['genuine', key.development ? { ...facts, key: key.kid } : facts];
}

/** A receipt, and the answer that was kept with it. */
async function ofReceipt(claims: Record<string, unknown>, answer?: string): Promise<[Verdict, Facts]> {
  const stated = bytesOf(String(claims.dig));
  if (answer !== undefined && !same(await hash(new TextEncoder().encode(answer)), stated)) {
    return ['altered', {}];
  }
  const facts = {
    request: String(claims.req),
    number: String(claims.jti),
    issuedAt: told(new Date(Number(claims.iat) * 1000)),
    answer: hex(stated),
  };
  return [answer === undefined ? 'receiptAlone' : 'receipt', facts];
}

/** What a file holds that /s/…/receipt.json gave; undefined for any other. */
function receiptIn(text: string): { receipt: string; answer: string } | undefined {
  try {
    const { receipt, answer } = JSON.parse(text) as Record<string, unknown>;
    return typeof receipt === 'string' && typeof answer === 'string' ? { receipt, answer } : undefined;
  } catch {
    return undefined;
  }
}

/** The ZIP of a batch of reports. */
async function ofBatch(zip: Uint8Array<ArrayBuffer>): Promise<[Verdict, Facts]> {
  const keys = await publishedKeys();
  const found = await batchChecked(zip, keys);
  if (found.state !== 'genuine') {
    return [found.state, {}];
  }
  const list = await revocations(keys);
  const standing = await Promise.all(found.numbers.map((number) => list.has(number)));
  const gone = found.numbers.filter((_, i) => standing[i]);
  if (gone.length > 0) {
    // nothing more is said of what is not current
    return ['superseded', { number: gone.join(', '), list: told(list.asOf) }];
  }
  if (found.end && found.end.getTime() <= Date.now()) {
    return ['ended', { batch: found.batch, end: told(found.end) }];
  }
  const facts: Facts = {
    batch: found.batch,
    reports: String(found.numbers.length),
    issuedAt: told(found.at),
    ...(found.end ? { end: told(found.end) } : {}),
    list: told(list.asOf),
  };
  return ['batch', found.key.development ? { ...facts, key: found.key.kid } : facts];
}

async function ofFile(file: Uint8Array<ArrayBuffer>): Promise<[Verdict, Facts]> {
  if (isZip(file)) {
    return ofBatch(file);
  }
  const kept = receiptIn(new TextDecoder().decode(file));
  if (kept) {
    return ofStatement(kept.receipt, kept.answer);
  }
  const found = await checked(file, await publishedKeys());
  if (found.state === 'genuine' && found.statement) {
    return ofStatement(found.statement);
  }
  return [found.state === 'genuine' ? 'unreadable' : found.state, found.signer ? { signer: found.signer } : {}];
}
