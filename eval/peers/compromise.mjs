// @ts-check
// compromise behind our command line's interface: its people, places, organizations and quotations.
import nlp from 'compromise';
import { printAnalysis } from './print.mjs';

printAnalysis((text) => {
  const document = nlp(text);
  const entities = new Map();
  const mentions = /** @type {const} */ ([
    ['person', document.people()],
    ['place', document.places()],
    ['organization', document.organizations()],
  ]).flatMap(([kind, view]) =>
    spansOf(view, text).map(([start, end]) => {
      const name = text.slice(start, end);
      const id = `${kind}:${name.toLowerCase()}`;
      entities.set(id, { id, kind, name, aliases: [], roles: [], articles: [] });
      return { start, end, text: name, kind, entity: id, form: 'name' };
    }),
  );
  const quotations = spansOf(document.quotations(), text).map((span, i) => ({
    id: `q${i}`,
    type: 'direct',
    content: [span],
    cue: null,
    source: null,
    speaker: null,
  }));
  return { mentions, quotations, entities: [...entities.values()] };
});

/** @param {any} view @param {string} text @returns {[number, number][]} without the space and marks around them */
function spansOf(view, text) {
  return view.out('offset').map((/** @type {{ offset: { start: number, length: number } }} */ { offset }) => {
    let start = offset.start;
    let end = offset.start + offset.length;
    while (start < end && /[\s,.;:]/.test(text.charAt(start))) start++;
    while (end > start && /[\s,.;:]/.test(text.charAt(end - 1))) end--;
    return [start, end];
  });
}
