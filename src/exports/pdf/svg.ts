/** The colours of all charts; apart from each other also in black and white. */
export const colours = {
  direct: '#a3b1c2',
  indirect: '#1f4e79',
  claim: '#b3261e',
  line: '#c9ced6',
  text: '#1d2733',
  quiet: '#5b6673',
};

/** The width of what stands between the margins of an A4 page, in points. */
export const pageWidth = 523;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A chart of the page's width. @param height in points, as all measures of these */
export function svg(height: number, parts: readonly string[]): string {
  const size = `width="${pageWidth}" height="${height}" viewBox="0 0 ${pageWidth} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Roboto">${parts.join('')}</svg>`;
}

export function rect({ x, y, width, height }: Box, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

/** A line from one point to another. */
export function line([x1, y1]: [number, number], [x2, y2]: [number, number], stroke: string, width = 0.7): string {
  const ends = `x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"`;
  return `<line ${ends} stroke="${stroke}" stroke-width="${width}"/>`;
}

interface Label {
  x: number;
  /** Of the line on which the letters stand. */
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  size?: number;
}

export function label(said: string, { x, y, anchor = 'start', fill = colours.text, size = 8 }: Label): string {
  const place = `x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"`;
  return `<text ${place} fill="${fill}" font-size="${size}">${escaped(said)}</text>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
