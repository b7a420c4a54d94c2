const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** The one bit of a head that says nothing of how a file is stored: that its name is in UTF-8. */
const UTF_8 = 1 << 11;
const STORED = 0;

/** Whether a file begins as a ZIP does. */
export function isZip(file: Uint8Array): boolean {
  return file.length >= END_BYTES && new DataView(file.buffer, file.byteOffset).getUint32(0, true) === LOCAL;
}

/**
 * The files of a ZIP (PKWARE APPNOTE 4.3); undefined when it is any but one as the portal writes it: files that are stored one
 * after the other, and a directory at the end that names exactly these, so that every program unpacks the same.
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
  const name = (from: number, length: number) => new TextDecoder().decode(zip.subarray(from, from + length));
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const places = new Map<string, number>();
  let at = 0;
  while (view.getUint32(at, true) === LOCAL) {
    const named = view.getUint16(at + 26, true);
    const from = at + LOCAL_BYTES + named + view.getUint16(at + 28, true);
    const file = name(at + LOCAL_BYTES, named);
    const size = stored(view, at + 6, at + 18);
    if (size === undefined || files.has(file)) {
      return undefined;
    }
    files.set(file, zip.subarray(from, from + size));
    places.set(file, at);
    at = from + size;
  }
  const directory = at;
  while (view.getUint32(at, true) === CENTRAL) {
    const named = view.getUint16(at + 28, true);
    const file = name(at + CENTRAL_BYTES, named);
    if (view.getUint32(at + 42, true) !== places.get(file) || stored(view, at + 8, at + 20) !== files.get(file)?.length) {
      return undefined;
    }
    places.delete(file);
    at += CENTRAL_BYTES + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const listed = [0, 0, files.size, files.size].every((number, i) => view.getUint16(at + 4 + 2 * i, true) === number);
  const placed = view.getUint32(at + 12, true) === at - directory && view.getUint32(at + 16, true) === directory;
  const ended = view.getUint32(at, true) === END && at + END_BYTES === zip.length;
  return ended && listed && placed && places.size === 0 ? files : undefined;
}

/** Length of a file when its head says that it is stored as it is: not compressed, not encrypted, no length after it. */
function stored(view: DataView, flags: number, sizes: number): number | undefined {
  const length = view.getUint32(sizes, true);
  const plain = (view.getUint16(flags, true) & ~UTF_8) === 0 && view.getUint16(flags + 2, true) === STORED;
  return plain && length === view.getUint32(sizes + 4, true) ? length : undefined;
}
