const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const STORED = 0;

/** Whether a file begins as a ZIP does. */
export function isZip(file: Uint8Array): boolean {
  return file.length >= END_BYTES && new DataView(file.buffer, file.byteOffset).getUint32(0, true) === LOCAL;
}

/**
 * The files of a ZIP by its directory, as programs that unpack it see them (PKWARE APPNOTE 4.3); undefined when it is cut off, has
 * two files of one name, or compresses what it has: the portal's own are stored.
 */
export function filesOf(zip: Uint8Array<ArrayBuffer>): Map<string, Uint8Array<ArrayBuffer>> | undefined {
  try {
    return read(zip);
  } catch {
    // an offset beyond the end
    return undefined;
  }
}

function read(zip: Uint8Array<ArrayBuffer>): Map<string, Uint8Array<ArrayBuffer>> | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const end = zip.length - END_BYTES;
  if (view.getUint32(end, true) !== END) {
    return undefined;
  }
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (let i = 0; i < count; i++) {
    const size = view.getUint32(at + 24, true);
    const named = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== CENTRAL || view.getUint16(at + 10, true) !== STORED || view.getUint32(local, true) !== LOCAL) {
      return undefined;
    }
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + named));
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    files.set(name, zip.subarray(from, from + size));
    at += 46 + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end && files.size === count ? files : undefined;
}
