/** Scores quotations on the held-out part of PolNeAR's train, by the rules of ../shared/score/score-quotations.mjs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectResources, createEngine } from '../src/engine';
import type { Span } from '../src/engine/types';
import { isHeldOut, readPolnear } from './train/polnear';
import { jaccard, overlap, size } from './train/quotationExamples';

const QUOTE_MARK = /["“”‘]|``|''/;
const [corpus = '../shared/polnear/train', verbose] = process.argv.slice(2);
const engine = createEngine(collectResources((file) => readFileSync(join('dist', file))));

interface Scored {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly quoted: boolean;
}
const blank = () => ({
  gold: 0,
  printed: 0,
  loose: 0,
  tight: 0,
  looseP: 0,
  tightP: 0,
  source: 0,
  sourceOf: 0,
  cue: 0,
  cueOf: 0,
});
const tally = { all: blank(), quoted: blank() };

for (const { name, text, attributions } of readPolnear(corpus)) {
  if (!isHeldOut(name)) continue;
  const gold = attributions.map(
    (attribution): Scored => ({
      ...attribution,
      quoted: attribution.content.some(({ start, end }) => QUOTE_MARK.test(text.slice(start, end))),
    }),
  );
  const printed = engine.analyze({ id: name, text }).quotations.map(
    (quotation): Scored => ({
      content: quotation.content,
      cue: quotation.cue === null ? [] : [quotation.cue],
      source: quotation.source === null ? [] : [quotation.source],
      quoted: quotation.type !== 'indirect',
    }),
  );
  score(tally.all, gold, printed, text, verbose === 'all');
  const quotedOnly = ({ quoted }: Scored) => quoted;
  score(tally.quoted, gold.filter(quotedOnly), printed.filter(quotedOnly), text, verbose === 'quoted');
}

for (const [name, t] of Object.entries(tally)) {
  const line = (found: number, right: number) => {
    const p = right / t.printed;
    const r = found / t.gold;
    return `P ${percent(p)} R ${percent(r)} F1 ${percent((2 * p * r) / (p + r))}`;
  };
  console.log(
    `${name.padEnd(6)} gold ${t.gold} printed ${t.printed} | loose ${line(t.loose, t.looseP)} | tight ${line(t.tight, t.tightP)} | source ${percent(t.source / t.sourceOf)} of ${t.sourceOf} | cue ${percent(t.cue / t.cueOf)}`,
  );
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}

function score(
  t: ReturnType<typeof blank>,
  gold: Scored[],
  printed: Scored[],
  text: string,
  show: boolean,
): void {
  t.gold += gold.length;
  t.printed += printed.length;
  const loose = new Set<Scored>();
  const tight = new Set<Scored>();
  const write = (kind: string, spans: readonly Span[], other?: Scored) => {
    if (!show) return;
    const cut = (s: readonly Span[]) =>
      s
        .map(({ start, end }) => text.slice(start, end))
        .join(' … ')
        .replace(/\n/g, '¶');
    const first = spans[0];
    const before =
      first === undefined ? '' : text.slice(Math.max(0, first.start - 70), first.start).replace(/\n/g, '¶');
    const last = spans.at(-1);
    const after = last === undefined ? '' : text.slice(last.end, last.end + 70).replace(/\n/g, '¶');
    console.log(
      `${kind}: ${before}⟦${cut(spans)}⟧${after}${other ? ` || PRINTED ⟦${cut(other.content)}⟧ {${cut(other.cue)}} <${cut(other.source)}>` : ''}`,
    );
  };
  for (const g of gold) {
    let best: Scored | undefined;
    let bestShare = 0;
    for (const p of printed) {
      const share = jaccard(g.content, p.content);
      if (share > bestShare) {
        bestShare = share;
        best = p;
      }
    }
    if (best !== undefined && bestShare >= 0.3) {
      t.loose++;
      loose.add(best);
      if (g.source.length > 0) {
        t.sourceOf++;
        if (touches(g.source, best.source)) t.source++;
        else
          write(
            `SOURCE <${g.source.map(({ start, end }) => text.slice(start, end)).join('|')}>`,
            g.content,
            best,
          );
      }
      if (g.cue.length > 0) {
        t.cueOf++;
        if (touches(g.cue, best.cue)) t.cue++;
        else
          write(`CUE {${g.cue.map(({ start, end }) => text.slice(start, end)).join('|')}}`, g.content, best);
      }
      if (bestShare < 0.8) write('NOTTIGHT', g.content, best);
    } else
      write(`MISSED {${g.cue.map(({ start, end }) => text.slice(start, end)).join('|')}}`, g.content, best);
    if (best !== undefined && bestShare >= 0.8) {
      t.tight++;
      tight.add(best);
    }
  }
  for (const p of printed)
    if (!loose.has(p))
      write(`EXTRA {${p.cue.map(({ start, end }) => text.slice(start, end)).join('|')}}`, p.content);
  t.looseP += loose.size;
  t.tightP += tight.size;
}

function touches(a: readonly Span[], b: readonly Span[]): boolean {
  return b.length > 0 && overlap(a, b) * 2 >= Math.min(size(a), size(b));
}
