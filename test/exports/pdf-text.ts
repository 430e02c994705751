import { inflateSync } from 'node:zlib';

/** A file of PDF as far as the tests look into it. */
export interface ReadPdf {
  pages: number;
  /** Width and height of the page, in points. */
  size: number[];
  title: string;
  /** Whether every font it uses is within the file. */
  embedsFonts: boolean;
  /** What a reader can select and copy, in the order in which it is written, with one space between the pieces. */
  text: string;
}

/** Reads what pdfmake writes: each object on its own, glyphs by their number, and for each font what they stand for. */
export function readPdf(file: Buffer): ReadPdf {
  const objects = objectsOf(file);
  const all = [...objects.values()];
  const page = all.find(({ head }) => /\/Type \/Page\b(?!s)/.test(head))?.head ?? '';
  const contents = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '')?.stream ?? '';
  const info = all.find(({ head }) => head.includes('/Producer'))?.head ?? '';
  const fontFiles = all.filter(({ head }) => head.includes('/FontFile2'));
  return {
    pages: all.filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head)).length,
    size: (/\/MediaBox \[([^\]]*)\]/.exec(page)?.[1] ?? '').split(' ').map(Number).slice(2),
    title: decodeText(objects.get(/\/Title (\d+) 0 R/.exec(info)?.[1] ?? '')?.head ?? ''),
    embedsFonts: fontFiles.length > 0 && fontFiles.length === all.filter(({ head }) => isFont(head)).length,
    text: textOf(contents, lettersByFont(objects)).replace(/\s+/g, ' '),
  };
}

interface PdfObject {
  head: string;
  stream: string;
}

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const [, key = '', body = ''] of file.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', packed = ''] = body.split(/\nstream\n/);
    const bytes = Buffer.from(packed.replace(/\nendstream$/, ''), 'latin1');
    const isText = !head.includes('/Length1') && !head.includes('FontFile');
    const stream = isText && head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : '';
    objects.set(key, { head, stream });
  }
  return objects;
}

const isFont = (head: string) => head.includes('/Type /FontDescriptor');

/** What the glyphs of each font stand for, by the name the page has for it. */
function lettersByFont(objects: Map<string, PdfObject>): Map<string, string[]> {
  const fonts = new Map<string, string[]>();
  for (const { head } of objects.values()) {
    for (const [, name = '', key = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(key)?.head ?? '')?.[1] ?? '';
      fonts.set(name, lettersIn(objects.get(map)?.stream ?? ''));
    }
  }
  return fonts;
}

function lettersIn(map: string): string[] {
  const letters: string[] = [];
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    const start = Number.parseInt(first, 16);
    for (const [place, code] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      letters[start + place] = Buffer.from((code[1] ?? '').replaceAll(' ', ''), 'hex')
        .swap16()
        .toString('utf16le');
    }
  }
  return letters;
}

function textOf(contents: string, fonts: Map<string, string[]>): string {
  const pieces: string[] = [];
  let letters: string[] = [];
  for (const [, font, shown] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|(\[[^\]]*\]) TJ|(?:<[0-9a-f]*> Tj)/g)) {
    if (font) letters = fonts.get(font) ?? [];
    const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join('');
    pieces.push(glyphs.replace(/..../g, (hex) => letters[Number.parseInt(hex, 16)] ?? '\ufffd'));
  }
  return pieces.join(' ');
}

/** A string of the file's own data: as it stands, or in UTF-16 after a mark. */
function decodeText(raw: string): string {
  const bytes = Buffer.from(raw.slice(1, -1).replace(/\\([\s\S])/g, '$1'), 'latin1');
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}
