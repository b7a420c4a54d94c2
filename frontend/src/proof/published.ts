/** A key of the portal as /.well-known/chengxin/keys.json publishes it. */
export interface PublishedKey extends JsonWebKey {
  kid: string;
  development: boolean;
  until?: string;
}

export const KEYS = '/.well-known/chengxin/keys.json';
export const REVOCATIONS = '/.well-known/chengxin/revocations';

/** Documents that do not hold any more, as of a moment. */
export interface Revocations {
  asOf: Date;
  has(number: string): Promise<boolean>;
}

export async function publishedKeys(): Promise<PublishedKey[]> {
  return ((await answer(KEYS)).json() as Promise<{ keys: PublishedKey[] }>).then((set) => set.keys);
}

/** The list, once its signature was checked. */
export async function revocations(keys: PublishedKey[]): Promise<Revocations> {
  const signed = await opened((await (await answer(REVOCATIONS)).text()).trim(), keys);
  if (signed.state !== 'signed') {
    throw new Error('the list of revocations is not signed');
  }
  const hashes = bytesOf(String(signed.claims.rev));
  return {
    asOf: new Date(Number(signed.claims.iat) * 1000),
    async has(number) {
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(number)));
      for (let from = 0; from < hashes.length; from += 8) {
        if (hashes.subarray(from, from + 8).every((byte, i) => byte === hash[i])) {
          return true;
        }
      }
      return false;
    },
  };
}

async function answer(address: string): Promise<Response> {
  const found = await fetch(address);
  if (!found.ok) {
    throw new Error(`${address}: ${found.status}`);
  }
  return found;
}

export type Opened =
  | { state: 'signed'; claims: Record<string, unknown>; key: PublishedKey }
  | { state: 'altered' | 'foreign' | 'none' };

/** What a compact JWS (RFC 7515, EdDSA) says, and whether one of the keys signed it. */
export async function opened(jws: string, keys: PublishedKey[]): Promise<Opened> {
  const parts = jws.split('.');
  let header: { alg?: unknown; kid?: unknown };
  let claims: Record<string, unknown>;
  try {
    header = JSON.parse(text(parts[0]!)) as typeof header;
    claims = JSON.parse(text(parts[1]!)) as typeof claims;
  } catch {
    return { state: 'none' };
  }
  const key = keys.find((one) => one.kid === header.kid && one.crv === 'Ed25519');
  if (!key || header.alg !== 'EdDSA') {
    return { state: 'foreign' };
  }
  const publicKey = await crypto.subtle.importKey('jwk', { kty: key.kty, crv: key.crv, x: key.x }, 'Ed25519', false, [
    'verify',
  ]);
  let holds = false;
  try {
    holds = await crypto.subtle.verify(
      'Ed25519',
      publicKey,
      bytesOf(parts[2] ?? ''),
      new TextEncoder().encode(`${parts[0]}.${parts[1]}`),
    );
  } catch {
    // not even the form of a signature
  }
  return holds ? { state: 'signed', claims, key } : { state: 'altered' };
}

/** Bytes of base64url (RFC 4648). */
export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
}

function text(part: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(part));
}
