/** How cost grows: with the length of an article, with the number of articles, and of one edit with the case. */
import { type Case, createCase, type Engine } from '../src/engine';
import { generateArticle, generateArticles } from './generate';
import { leastTimeOf, median, quantile, timeOf } from './measure';

/** One measured size: `size` doubles from step to step. */
export interface Step {
  readonly size: number;
  readonly milliseconds: number;
}

/** Analysis of one article of 2^k KB. @param most in KB */
export function growthByLength(engine: Engine, least: number, most: number, rounds: number): Step[] {
  const steps: Step[] = [];
  for (let size = least; size <= most; size *= 2) {
    let turn = 0;
    // Another text each time: equal paragraphs would be remembered.
    const work = () => {
      const text = longText(size * 1024, size * 100 + turn++);
      engine.analyze({ id: 'long.txt', text });
    };
    steps.push({ size, milliseconds: leastTimeOf(work, rounds) });
  }
  return steps;
}

/** Everything for a case of so many articles: analysis and comparison. */
export function growthByArticles(engine: Engine, counts: readonly number[], rounds: number): Step[] {
  return counts.map((size) => {
    let turn = 0;
    const work = () => {
      const current = createCase();
      for (const { id, text } of generateArticles(size, 4, 1 + turn++ * 104729)) {
        current.set({ id, text, facts: engine.analyze({ id, text }) });
      }
      current.result();
    };
    return { size, milliseconds: leastTimeOf(work, rounds) };
  });
}

/** What edits cost in a case of one size, in milliseconds: half of them at most, and 95 of 100 at most. */
export interface EditCost extends Step {
  readonly slow: number;
  /** Of the processor time, what the analysis of the edited article took. */
  readonly analysis: number;
}

/**
 * Edits in cases of several sizes, from changed text to new findings: by turns another number and a new name.
 * @param inspect sees each case after its edits
 */
export function costOfEdit(
  engine: Engine,
  counts: readonly number[],
  edits: number,
  inspect: (current: Case) => void = () => undefined,
): EditCost[] {
  return counts.map((size) => {
    const articles = generateArticles(size);
    const current = createCase();
    for (const { id, text } of articles) current.set({ id, text, facts: engine.analyze({ id, text }) });
    current.result();
    const times: number[] = [];
    const analyses: number[] = [];
    for (let i = 0; i < edits; i++) {
      const { id, text } = articles[(i * 37) % Math.min(articles.length, 40)] ?? { id: 'none.txt', text: '' };
      const edited =
        i % 2 === 0
          ? text.replace(/\d+/, (number) => String(Number(number) + i + 1))
          : `${text}\nMayor Ottil Varne${'abcdefghij'.charAt(i % 10)} said on Monday that it was over.\n`;
      let analysis = 0;
      const whole = timeOf(() => {
        analysis = timeOf(() =>
          current.set({ id, text: edited, facts: engine.analyze({ id, text: edited }) }),
        );
        current.result();
      });
      times.push(whole);
      analyses.push(analysis);
    }
    inspect(current);
    return { size, milliseconds: median(times), slow: quantile(times, 0.95), analysis: median(analyses) };
  });
}

/** The worst factor by which one doubling of the size multiplies the cost. */
export function worstDoubling(steps: readonly Step[]): number {
  let worst = 0;
  for (let i = 1; i < steps.length; i++) {
    const before = steps[i - 1]?.milliseconds ?? Number.NaN;
    worst = Math.max(worst, (steps[i]?.milliseconds ?? Number.NaN) / before);
  }
  return worst;
}

function longText(length: number, seed: number): string {
  const parts: string[] = [];
  for (let size = 0, i = 0; size < length; i++) {
    const part = generateArticle(seed * 1000 + i, seed + i);
    parts.push(part);
    size += part.length + 1;
  }
  return parts.join('\n').slice(0, length);
}
