/** Turns a picture into a file of its own: the theme's colours written into it, nothing left that refers to the page. */

/** Properties that a picture takes from the page’s style sheet. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'text-decoration-line',
  'opacity',
] as const;
const TEXT_ONLY = new Set<string>(['font-size', 'font-weight', 'text-decoration-line']);
/** What only the page needs. */
const PAGE_ONLY = ['class', 'role', 'tabindex', 'aria-pressed', 'aria-hidden'];
const MARGIN = 12;

/** @returns a complete SVG document */
export function serializePicture(svg: SVGSVGElement): string {
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.append(svg);
  document.body.append(stage);
  const background = getComputedStyle(document.body).backgroundColor;
  for (const part of [svg, ...svg.querySelectorAll('*')]) writeStyle(part);
  stage.remove();
  for (const part of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of PAGE_ONLY) if (part !== svg || name !== 'role') part.removeAttribute(name);
  }
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const box = [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [at, name] of ['x', 'y', 'width', 'height'].entries())
    paper.setAttribute(name, String(box[at] ?? 0));
  paper.setAttribute('fill', background);
  svg.prepend(paper);
  svg.setAttribute('viewBox', box.join(' '));
  svg.setAttribute('width', String(box[2] ?? 0));
  svg.setAttribute('height', String(box[3] ?? 0));
  svg.setAttribute('role', 'img');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

function writeStyle(part: Element): void {
  const style = getComputedStyle(part);
  const isText = part instanceof SVGTextContentElement;
  for (const name of PROPERTIES) {
    if (TEXT_ONLY.has(name) && !isText) continue;
    const value = style.getPropertyValue(name);
    const attribute = name === 'text-decoration-line' ? 'text-decoration' : name;
    if (value !== '' && value !== 'auto' && !(value === 'none' && name !== 'fill'))
      part.setAttribute(attribute, value);
  }
}
