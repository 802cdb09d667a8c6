/** Lists the files of a ZIP archive, which a VSIX is, from its central directory. */

export interface ZipEntry {
  readonly name: string;
  /** Packed size in bytes. */
  readonly packed: number;
  /** Unpacked size in bytes. */
  readonly size: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_HEAD = 46;

/** @throws Error when the bytes are no ZIP archive */
export function listZip(archive: Buffer): ZipEntry[] {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('not a ZIP archive');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`no directory entry at ${at}`);
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + ENTRY_HEAD, at + ENTRY_HEAD + nameLength),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
    });
    at += ENTRY_HEAD + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}
