import { hex, same } from './proof/der';
import { grown, hash, included, leaf } from './proof/merkle';
import { bytesOf, opened, publishedKeys, type PublishedKey } from './proof/published';
import { told, wordsOf } from './proof/verdict';

// Checks the transparency log in the browser: that its head is signed, that a head kept earlier is its beginning, and that a document
// is in it. Of the portal it believes nothing but its keys.

const FORM = 'chengxin-log-v1';
const DOOR = '/api/v1/log';

/** What came of a check; see VerifyView.LOG. */
type Verdict =
  | 'signed'
  | 'unsigned'
  | 'grown'
  | 'rewritten'
  | 'shorter'
  | 'keptForeign'
  | 'keptUnreadable'
  | 'included'
  | 'absent'
  | 'notIncluded'
  | 'impossible';
type Told = [Verdict, Record<string, string>];

interface Head {
  size: number;
  root: Uint8Array;
  at: Date;
}

interface Entry {
  position: number;
  op: string;
  at: string;
  commitment: string;
}

interface Inclusion {
  entry: Entry;
  salt?: string;
  content?: string;
  head: { statement: string };
  path: string[];
}

const GOOD: Verdict[] = ['signed', 'grown', 'included'];

/** A signed head in what somebody kept: the answer of the portal as a file, or its statement alone. */
export function statementIn(text: string): string | undefined {
  return /[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/.exec(text)?.[0];
}

/** The part of the page that does this; undefined where the page has none. */
export class LogCheck {
  private constructor(
    private readonly place: HTMLDetailsElement,
    private readonly kept: HTMLTextAreaElement,
    private readonly document: HTMLInputElement,
  ) {}

  static begin(): LogCheck | undefined {
    const place = document.querySelector<HTMLDetailsElement>('#log');
    if (!place) {
      return undefined;
    }
    const check = new LogCheck(place, place.querySelector('textarea')!, place.querySelector('input[type=text]')!);
    place.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      void check.run();
    });
    const file = place.querySelector<HTMLInputElement>('input[type=file]')!;
    file.addEventListener('change', () => {
      const chosen = file.files?.[0];
      if (chosen) {
        void chosen.text().then((text) => check.take(text));
      }
    });
    return check;
  }

  /** Takes the content of a file as the head that was kept, and checks it. */
  take(text: string): Promise<void> {
    this.kept.value = text.trim();
    return this.run();
  }

  private async run(): Promise<void> {
    this.place.open = true;
    const found: Told[] = [];
    try {
      await this.check(found);
    } catch {
      found.push(['impossible', {}]);
    }
    const good = found.every(([verdict]) => GOOD.includes(verdict));
    const result = this.place.querySelector<HTMLElement>('[role=status]')!;
    result.className = `verdict verdict-${good ? 'current' : 'altered'}`;
    result.replaceChildren(...found.flatMap(([verdict, facts]) => wordsOf(this.place, verdict, facts)));
  }

  private async check(found: Told[]): Promise<void> {
    const keys = await publishedKeys();
    const number = this.document.value.replace(/[\s·-]/g, '').toUpperCase();
    const proof = number ? await answer<Inclusion>(`/proofs?document=${encodeURIComponent(number)}`) : undefined;
    // the proof is of a head of its own: everything is compared with that one
    const statement = proof?.head.statement ?? (await answer<{ statement: string }>('/head'))!.statement;
    const head = await signed(statement, keys);
    if (typeof head === 'string') {
      found.push(['unsigned', {}]);
      return;
    }
    found.push(['signed', facts(head)]);
    if (this.kept.value.trim()) {
      found.push(await this.since(head, keys));
    }
    if (number) {
      found.push(await inside(number, proof, head));
    }
  }

  private async since(now: Head, keys: PublishedKey[]): Promise<Told> {
    const statement = statementIn(this.kept.value);
    const kept = statement ? await signed(statement, keys) : 'none';
    if (typeof kept === 'string') {
      return [kept === 'none' ? 'keptUnreadable' : 'keptForeign', {}];
    }
    if (kept.size > now.size) {
      return ['shorter', facts(kept)];
    }
    const proof = await answer<{ path: string[] }>(`/consistency?first=${kept.size}&second=${now.size}`);
    const path = (proof?.path ?? []).map(bytesOf);
    const only = await grown(kept.size, kept.root, now.size, now.root, path);
    return [only ? 'grown' : 'rewritten', { ...facts(kept), added: String(now.size - kept.size) }];
  }
}

function facts(head: Head): Record<string, string> {
  return { size: String(head.size), at: told(head.at), root: hex(head.root) };
}

/** The head that a statement signs; otherwise what is wrong with it. */
async function signed(statement: string, keys: PublishedKey[]): Promise<Head | 'altered' | 'foreign' | 'none'> {
  const found = await opened(statement, keys);
  if (found.state !== 'signed') {
    return found.state;
  }
  const { knd, size, root, iat } = found.claims;
  if (knd !== 'log-head' || typeof size !== 'number' || typeof root !== 'string') {
    return 'none';
  }
  return { size, root: bytesOf(root), at: new Date(Number(iat) * 1000) };
}

/** Whether the proof is about this document, and leads to the head. */
async function inside(number: string, proof: Inclusion | undefined, head: Head): Promise<Told> {
  if (!proof) {
    return ['absent', { number }];
  }
  const { entry, salt, content, path } = proof;
  const named = content !== undefined && salt !== undefined && (JSON.parse(content) as { document?: unknown }).document === number;
  const bound = named && same(await hash(bytesOf(salt), new TextEncoder().encode(content)), bytesOf(entry.commitment));
  const hashed = await leaf([FORM, entry.op, entry.at, entry.commitment].join('\n'));
  const leads = bound && (await included(hashed, entry.position, head.size, path.map(bytesOf), head.root));
  return leads
    ? ['included', { number, position: String(entry.position), at: told(new Date(entry.at)) }]
    : ['notIncluded', { number }];
}

/** An answer of the log; undefined when there is no such thing. */
async function answer<T>(path: string): Promise<T | undefined> {
  const found = await fetch(DOOR + path);
  if (found.status === 404) {
    return undefined;
  }
  if (!found.ok) {
    throw new Error(`${path}: ${found.status}`);
  }
  return found.json() as Promise<T>;
}
