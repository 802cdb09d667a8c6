// Functions that run inside the workbench's page: each must be complete in itself, and TypeScript does not check them,
// because the types of a page must not be visible to the rest of the project.

/**
 * @param {string} words
 * @returns {{ x: number, y: number, width: number, height: number } | undefined} where they stand in the editor
 */
export function findInEditor(words) {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const pieces = [];
    let text = '';
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      pieces.push({ node, start: text.length });
      text += node.textContent ?? '';
    }
    const at = text.replaceAll('\u00a0', ' ').indexOf(words);
    if (at < 0) continue;
    const place = (offset) => pieces.findLast(({ start }) => start <= offset) ?? { node: line, start: 0 };
    const range = document.createRange();
    const first = place(at);
    const last = place(at + words.length - 1);
    range.setStart(first.node, at - first.start);
    range.setEnd(last.node, at + words.length - last.start);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return undefined;
}

/**
 * @param {{ x: number, y: number, width: number, height: number }} box a place in the window
 * @returns {boolean} whether a squiggle stands under it
 */
export function isUnderlined(box) {
  return [...document.querySelectorAll('.squiggly-warning, .squiggly-info, .squiggly-hint')].some(
    (squiggle) => {
      const mark = squiggle.getBoundingClientRect();
      const sameLine = mark.top < box.y + box.height && mark.bottom > box.y;
      return sameLine && mark.left < box.x + box.width && mark.right > box.x;
    },
  );
}
