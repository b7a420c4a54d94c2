import { same } from './der';

const LEAF = 0;
const NODE = 1;

/** SHA-256 of bytes one after the other. */
export async function hash(...parts: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

/** The hash of an entry (RFC 6962, 2.1). */
export function leaf(entry: string): Promise<Uint8Array> {
  return hash(Uint8Array.of(LEAF), new TextEncoder().encode(entry));
}

function node(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return hash(Uint8Array.of(NODE), left, right);
}

/** Where a path of hashes is in the tree: positions are beyond what shifts of 32 bits can do. */
class Climb {
  constructor(
    private at: number,
    private last: number,
  ) {}

  /** Whether the root is reached. */
  get top(): boolean {
    return this.last === 0;
  }

  /** Whether the next hash stands on the left; goes one level up. */
  fromLeft(): boolean {
    const left = this.at % 2 === 1 || this.at === this.last;
    if (left) {
      while (this.at % 2 === 0 && this.at !== 0) {
        this.up();
      }
    }
    this.up();
    return left;
  }

  up(): void {
    this.at = Math.floor(this.at / 2);
    this.last = Math.floor(this.last / 2);
  }

  /** Goes up as long as it stands on the right. */
  fromRight(): this {
    while (this.at % 2 === 1) {
      this.up();
    }
    return this;
  }
}

/** Whether a path leads from an entry to a root (RFC 9162, 2.1.3.2). */
export async function included(
  entry: Uint8Array,
  position: number,
  size: number,
  path: Uint8Array[],
  root: Uint8Array,
): Promise<boolean> {
  if (!(position >= 0 && position < size)) {
    return false;
  }
  const climb = new Climb(position, size - 1);
  let now = entry;
  for (const step of path) {
    if (climb.top) {
      return false;
    }
    now = climb.fromLeft() ? await node(step, now) : await node(now, step);
  }
  return climb.top && same(now, root);
}

/** Whether the tree of a root only grew until it had another (RFC 9162, 2.1.4.2). */
export async function grown(
  first: number,
  firstRoot: Uint8Array,
  second: number,
  secondRoot: Uint8Array,
  path: Uint8Array[],
): Promise<boolean> {
  if (!(first >= 0 && first <= second)) {
    return false;
  }
  if (first === second) {
    return path.length === 0 && same(firstRoot, secondRoot);
  }
  if (first === 0) {
    return path.length === 0 && same(firstRoot, await hash());
  }
  // a complete tree is a node of the other, so its root is not among the steps
  const complete = Number.isInteger(Math.log2(first));
  const steps = complete ? path : path.slice(1);
  let before = complete ? firstRoot : path[0];
  if (!before) {
    return false;
  }
  let after = before;
  const climb = new Climb(first - 1, second - 1).fromRight();
  for (const step of steps) {
    if (climb.top) {
      return false;
    }
    if (climb.fromLeft()) {
      before = await node(step, before);
      after = await node(step, after);
    } else {
      after = await node(after, step);
    }
  }
  return climb.top && same(before, firstRoot) && same(after, secondRoot);
}
