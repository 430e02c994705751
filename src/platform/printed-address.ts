import { renderSVG } from 'uqr';
import { publicUrl, type Settings } from './settings.js';

/** An address of this server to hand on, with its QR code as an SVG image. */
export interface PrintedAddress {
  url: string;
  qrCode: string;
}

/** @param path such as `contact/<token>` */
export function printedAddress(settings: Settings, path: string): PrintedAddress {
  const url = `${publicUrl(settings)}/${path}`;
  // Four modules of white around it are what readers of QR codes are built for.
  return { url, qrCode: renderSVG(url, { ecc: 'M', border: 4 }) };
}
