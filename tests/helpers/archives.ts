/** Archives for tests, octet by octet: what Google writes, and what nobody should. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

interface PackedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory says instead of the truth. */
  readonly announcedSize?: number;
  readonly isEncrypted?: boolean;
  /** Another than Deflate (8). */
  readonly method?: number;
}

/** A zip archive (PKWARE APPNOTE.TXT 6.3); `repeated`: how often the directory lists each file, all at the same place. */
export function zip(files: readonly PackedFile[], repeated = 1): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, announcedSize, isEncrypted = false, method = 8 } of files) {
    const octets = Buffer.from(content);
    const packed = deflateRawSync(octets);
    const fileName = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800 | (isEncrypted ? 1 : 0), 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(octets), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(announcedSize ?? octets.length, 18);
    fields.writeUInt16LE(fileName.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, fileName, packed]);
    const listed = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, fileName]);
    bodies.push(local);
    directory.push(...Array.from({ length: repeated }, () => listed));
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

interface TarFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** `0` a file, `5` a folder, `x` pax records … */
  readonly type?: string;
}

/** A ustar archive (POSIX.1-2017, pax). */
export function tar(files: readonly TarFile[]): Buffer {
  const blocks = files.flatMap(({ name, content, type = '0' }) => {
    const octets = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name.slice(0, 100), 0);
    header.write(`0000644\0`, 100);
    header.write(`${octets.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, octet) => total + octet, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, octets, Buffer.alloc((512 - (octets.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export function tgz(files: readonly TarFile[]): Buffer {
  return gzipSync(tar(files));
}

/** One pax record: `length key=value\n`, the length counting itself. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(rest);
  const digits = String(length + String(length).length).length;
  return `${length + digits}${rest}`;
}
