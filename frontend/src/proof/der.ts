/** One element of DER (ITU-T X.690): its tag, where it begins, where its content begins and where it ends. */
export interface Der {
  tag: number;
  from: number;
  content: number;
  end: number;
}

/** The element at a place; throws for what is none. */
export function element(bytes: Uint8Array, from: number): Der {
  const tag = at(bytes, from);
  let content = from + 2;
  let length = at(bytes, from + 1);
  if (length > 0x80) {
    const octets = length & 0x7f;
    if (octets > 4) {
      throw new RangeError('too long');
    }
    length = 0;
    for (let i = 0; i < octets; i++) {
      length = length * 256 + at(bytes, content++);
    }
  }
  const end = content + length;
  if (end > bytes.length) {
    throw new RangeError('cut off');
  }
  return { tag, from, content, end };
}

/** The elements inside an element. */
export function inside(bytes: Uint8Array, of: Der): Der[] {
  const found: Der[] = [];
  for (let from = of.content; from < of.end; from = found[found.length - 1]!.end) {
    found.push(element(bytes, from));
  }
  return found;
}

/** The content of an element. */
export function content(bytes: Uint8Array, of: Der): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes.subarray(of.content, of.end));
}

/** An element with its tag and length. */
export function whole(bytes: Uint8Array, of: Der): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes.subarray(of.from, of.end));
}

/** An element of parts (X.690, 10.1: the shortest form of its length). */
export function made(tag: number, ...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const octets: number[] = [];
  for (let left = size; left > 0; left = Math.floor(left / 256)) {
    octets.unshift(left % 256);
  }
  const length = size < 0x80 ? [size] : [0x80 + octets.length, ...octets];
  const bytes = new Uint8Array(1 + length.length + size);
  bytes.set([tag, ...length]);
  let at = 1 + length.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function at(bytes: Uint8Array, place: number): number {
  const byte = bytes[place];
  if (byte === undefined) {
    throw new RangeError('cut off');
  }
  return byte;
}
