/** Measures and breaks text for pictures. */

/** The face of every picture; a saved one falls back to what its reader has. */
export const FACE = 'system-ui, -apple-system, "Segoe UI", "Open Sans", sans-serif';

let context: CanvasRenderingContext2D | null | undefined;

/** Width in pixels at `size`; a guess where the page cannot measure. */
export function measureText(text: string, size: number, weight = 400): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * 0.55;
  const family = getComputedStyle(document.body).fontFamily || FACE;
  context.font = `${weight} ${size}px ${family}`;
  return context.measureText(text).width;
}

/** `text` cut to `width` pixels, the cut marked. */
export function fitText(text: string, width: number, size: number): string {
  if (measureText(text, size) <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measureText(`${text.slice(0, middle)}…`, size) <= width) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}

/** Lines of at most `width` pixels; line ends in `text` stay; a word wider than a line is cut. */
export function wrapText(text: string, width: number, size: number, weight = 400): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (measureText(longer, size, weight) <= width) line = longer;
      else {
        if (line !== '') lines.push(line);
        line = fitText(word, width, size);
      }
    }
    lines.push(line);
  }
  return lines;
}
