/** What stands for the bytes from 80 to 9F in windows-1252, where it differs from ISO 8859-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of a file, however its program wrote it: UTF-8 or UTF-16 by their byte order marks, else UTF-8 if it is
 * that throughout, else windows-1252, in which spreadsheet programs of western Europe still write.
 */
export function decodeText(bytes: Buffer): string {
  const encoding = encodingByMark(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // No UTF-8. The TextDecoder of Node 20 takes windows-1252 for ISO 8859-1, so that it is read here.
    return bytes
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (sign) => windows1252.charAt(sign.charCodeAt(0) - 0x80));
  }
}

function encodingByMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}
