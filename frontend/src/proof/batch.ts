import { hex, same } from './der';
import { hash } from './merkle';
import { bytesOf, opened, type PublishedKey } from './published';
import { filesOf } from './zip';

export type Batch =
  | { state: 'genuine'; batch: string; at: Date; end?: Date; numbers: string[]; key: PublishedKey }
  | { state: 'altered' | 'foreign' | 'unsigned' };

const MANIFEST = 'manifest.json';
const STATEMENT = 'manifest.jws';

interface Row {
  file?: string;
  number?: string;
  sha256?: string;
}

/** The rules are those of the portal's own check: the manifest is signed, and the files are those that it names, unchanged. */
export async function batchChecked(zip: Uint8Array<ArrayBuffer>, keys: PublishedKey[]): Promise<Batch> {
  const files = filesOf(zip);
  const manifest = files?.get(MANIFEST) ?? new Uint8Array();
  const found = await opened(new TextDecoder().decode(files?.get(STATEMENT)).trim(), keys);
  if (!files || found.state === 'none') {
    return { state: 'unsigned' };
  }
  if (found.state !== 'signed') {
    return { state: found.state };
  }
  const { claims, key } = found;
  if (claims.knd !== 'report-batch' || !same(await hash(manifest), bytesOf(String(claims.dig)))) {
    return { state: 'altered' };
  }
  const named = (JSON.parse(new TextDecoder().decode(manifest)) as { rows: Row[] }).rows.filter((row) => row.file !== undefined);
  for (const row of named) {
    const file = files.get(row.file!);
    if (!file || hex(await hash(file)) !== row.sha256) {
      return { state: 'altered' };
    }
  }
  if (files.size !== named.length + 2) {
    return { state: 'altered' };
  }
  return {
    state: 'genuine',
    batch: String(claims.jti),
    at: new Date(Number(claims.iat) * 1000),
    ...(claims.exp ? { end: new Date(Number(claims.exp) * 1000) } : {}),
    numbers: named.map((row) => String(row.number)),
    key,
  };
}
