/** The articles that speed is measured on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateArticles } from './generate';

const POLNEAR = '../shared/polnear/train/text';

export interface Texts {
  readonly texts: readonly string[];
  /** What they are, for the report. */
  readonly source: string;
}

/** Real articles where they are at hand, else invented ones; the first `count` by name. */
export function loadTexts(count: number): Texts {
  if (existsSync(POLNEAR)) {
    const names = readdirSync(POLNEAR)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .slice(0, count);
    const texts = names.map((name) => readFileSync(join(POLNEAR, name), 'utf8'));
    return { texts, source: `${texts.length} news articles of ${POLNEAR}` };
  }
  const texts = generateArticles(count).map(({ text }) => text);
  return { texts, source: `${texts.length} invented articles (bench/generate.ts; ${POLNEAR} is absent)` };
}
