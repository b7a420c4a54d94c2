import { content, element, hex, inside, made, same, whole, type Der } from './der';
import { opened, type PublishedKey } from './published';

/** What the signature in a file is worth, and the signed statement that the file carries. */
export interface Checked {
  state: 'genuine' | 'altered' | 'foreign' | 'unsigned';
  /** who a foreign certificate names, which anybody can write */
  signer?: string;
  statement?: string;
}

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s*]/;
const STATEMENT = /\/ChengxinStatement\s*\(([\w-]{1,200}\.[\w-]{1,4000}\.[\w-]{1,200})\)/;
const MESSAGE_DIGEST = '2a864886f70d010904';
const SIGNING_TIME = '2a864886f70d010905';
const CERTIFICATES = '2a864886f70d010910022f';
const ALGORITHMS = '2a864886f70d010934';
const DATA = Uint8Array.of(0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01);
const SIGNED_DATA = Uint8Array.of(0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02);
const ONE = Uint8Array.of(0x02, 1, 1);
const COMMON_NAME = '550403';
const EC_PUBLIC_KEY = '2a8648ce3d0201';

/** The rules are those of the portal's own check (ISO 32000-1, 12.8; RFC 5652): any changed byte is found. */
export async function checked(file: Uint8Array<ArrayBuffer>, keys: PublishedKey[]): Promise<Checked> {
  const text = new TextDecoder('latin1').decode(file);
  const statement = STATEMENT.exec(text)?.[1];
  const stated = statement !== undefined && (await opened(statement, keys)).state === 'signed';
  const signature = read(file, text);
  if (!signature) {
    return { state: stated ? 'altered' : 'unsigned' };
  }
  const key = await signature.key(keys);
  if (await signature.holds()) {
    return key ? { state: 'genuine', statement } : { state: 'foreign', signer: signature.signer };
  }
  return key || stated ? { state: 'altered' } : { state: 'foreign', signer: signature.signer };
}

interface Signature {
  signer: string;
  /** whether it covers the whole file and is what its certificate's key says of it */
  holds(): Promise<boolean>;
  /** the key of the portal that its certificate has, if that was in force when it signed */
  key(keys: PublishedKey[]): Promise<PublishedKey | undefined>;
}

function read(file: Uint8Array<ArrayBuffer>, text: string): Signature | undefined {
  const range = BYTE_RANGE.exec(text)?.slice(1).map(Number);
  if (!range) {
    return undefined;
  }
  const [start, length, rest, tail] = range as [number, number, number, number];
  const gap = start + length;
  if (gap + 2 > rest || rest + tail > file.length) {
    return undefined;
  }
  const digits = text.slice(gap + 1, rest - 1);
  if (!/^([0-9a-f]{2})+$/i.test(digits)) {
    return undefined;
  }
  const covers = start === 0 && rest + tail === file.length;
  const signed = new Uint8Array(length + tail);
  signed.set(file.subarray(start, gap));
  signed.set(file.subarray(rest, rest + tail), length);
  try {
    return parsed(
      Uint8Array.from(digits.match(/../g)!, (pair) => parseInt(pair, 16)),
      covers ? signed : undefined,
      text.slice(gap, rest),
    );
  } catch {
    return undefined;
  }
}

/**
 * Reads a SignedData with one signer (RFC 5652, 5).
 *
 * @param signed what it covers; undefined when that is not the whole file
 * @param room what stands in the file where the signature has its place
 */
function parsed(der: Uint8Array, signed: Uint8Array<ArrayBuffer> | undefined, room: string): Signature {
  const data = inside(der, inside(der, inside(der, element(der, 0))[1]!)[0]!);
  const certificates = inside(der, data.find((part) => part.tag === 0xa0)!);
  const signer = inside(der, inside(der, data[data.length - 1]!)[0]!);
  const serial = content(der, inside(der, signer[1]!)[1]!);
  const attributes = signer.find((part) => part.tag === 0xa0)!;
  const value = content(der, signer.find((part) => part.tag === 0x04)!);
  const certificate = certificates
    .map((one) => inside(der, inside(der, one)[0]!))
    .find((fields) => same(content(der, fields[1]!), serial))!;
  const subject = certificate[5]!;
  const keyInfo = certificate[6]!;
  const spki = whole(der, keyInfo);
  const elliptic = hex(content(der, inside(der, inside(der, keyInfo)[0]!)[0]!)) === EC_PUBLIC_KEY;
  const kind = elliptic ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const attribute = (oid: string) =>
    inside(der, attributes)
      .map((one) => inside(der, one))
      .filter((one) => hex(content(der, one[0]!)) === oid)
      .map((one) => content(der, inside(der, one[1]!)[0]!))[0];
  /**
   * What must stand in the room. A signature does not cover itself: it is made anew from what its signed attributes bind (RFC 5035 for
   * the certificates, RFC 6211 for the algorithms), so that no byte of it can be another unseen.
   */
  async function written(): Promise<string | undefined> {
    const protection = attribute(ALGORITHMS);
    const bound = attribute(CERTIFICATES);
    if (!protection || !bound) {
      return undefined;
    }
    const chain = certificates.map((one) => whole(der, one));
    const hashes = await Promise.all(chain.map(async (one) => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', one)))));
    const listed = inside(bound, element(bound, 0)).map((one) => hex(content(bound, inside(bound, one)[0]!)));
    if (hashes.sort().join() !== listed.sort().join()) {
      return undefined;
    }
    const digestKind = whole(protection, element(protection, 0));
    const signatureKind = element(protection, digestKind.length);
    const info = made(
      0x30,
      ONE,
      made(0x30, whole(der, certificate[3]!), made(0x02, serial)),
      digestKind,
      whole(der, attributes),
      made(0x30, content(protection, signatureKind)),
      made(0x04, elliptic ? numbers(plain(value)) : value),
    );
    const data = made(0x30, ONE, made(0x31, digestKind), made(0x30, DATA), made(0xa0, ...chain), made(0x31, info));
    const digits = hex(made(0x30, SIGNED_DATA, made(0xa0, data)));
    return `<${digits.padEnd(room.length - 2, '0')}>`;
  }
  const own = crypto.subtle.importKey('spki', spki, kind, true, ['verify']);
  own.catch(() => undefined);
  return {
    signer: commonName(der, subject),
    async holds() {
      if (!signed) {
        return false;
      }
      try {
        const stated = attribute(MESSAGE_DIGEST);
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', signed));
        if (!stated || !same(digest, stated) || (await written()) !== room) {
          return false;
        }
        // what is signed is the set of attributes, written as a set
        const covered = whole(der, attributes);
        covered[0] = 0x31;
        return await crypto.subtle.verify(
          elliptic ? { name: 'ECDSA', hash: 'SHA-256' } : kind,
          await own,
          elliptic ? plain(value) : value,
          covered,
        );
      } catch {
        return false;
      }
    },
    async key(keys) {
      try {
        const jwk = await crypto.subtle.exportKey('jwk', await own);
        const found = keys.find((key) => key.kty === jwk.kty && key.x === jwk.x && key.y === jwk.y && key.n === jwk.n);
        const time = attribute(SIGNING_TIME);
        const late = found?.until !== undefined && !(time && moment(time) <= Date.parse(found.until));
        return late ? undefined : found;
      } catch {
        return undefined;
      }
    },
  };
}

/** The two numbers of an ECDSA signature as WebCrypto takes them: 32 bytes each. */
function plain(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(64);
  inside(der, element(der, 0)).forEach((number, i) => {
    const digits = content(der, number);
    const bytes = digits.subarray(Math.max(0, digits.length - 32));
    raw.set(bytes, 32 * (i + 1) - bytes.length);
  });
  return raw;
}

/** The same two numbers as DER has them. */
function numbers(raw: Uint8Array): Uint8Array {
  return made(
    0x30,
    ...[raw.subarray(0, 32), raw.subarray(32)].map((number) => {
      let digits = number;
      while (digits.length > 1 && digits[0] === 0) {
        digits = digits.subarray(1);
      }
      return digits[0]! < 0x80 ? made(0x02, digits) : made(0x02, Uint8Array.of(0), digits);
    }),
  );
}

function commonName(der: Uint8Array, name: Der): string {
  for (const set of inside(der, name)) {
    for (const pair of inside(der, set)) {
      const [oid, value] = inside(der, pair);
      if (hex(content(der, oid!)) === COMMON_NAME) {
        return new TextDecoder().decode(content(der, value!));
      }
    }
  }
  return '';
}

/** Milliseconds of a UTCTime or GeneralizedTime (X.690, 11.7 and 11.8). */
function moment(time: Uint8Array): number {
  const digits = new TextDecoder().decode(time).replace(/Z$/, '');
  const full = digits.length === 12 ? `20${digits}` : digits;
  return Date.parse(full.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'));
}
