import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** Roboto comes with pdfmake and covers Latin with all accents, Greek and Cyrillic. Only what is used is embedded. */
const folder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const normal = join(folder, 'Roboto-Regular.ttf');
const bold = join(folder, 'Roboto-Medium.ttf');

pdfmake.setFonts({ Roboto: { normal, bold, italics: normal, bolditalics: bold } });
// A page is made of what is in it and of these fonts: whatever it might name else is neither fetched nor read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);

/** The page as a file of one page, whatever is on it. */
export function pdfOf(page: TDocumentDefinitions): Promise<Buffer> {
  const onePage = { ...page, maxPagesNumber: 1 };
  return pdfmake.createPdf(onePage).getBuffer();
}
