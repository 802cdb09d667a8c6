/**
 * Counts in how many sentences of news each lemma stands and writes src/engine/lexicon/word-rarity.txt.
 * Run: npx esbuild eval/train/word-rarity.ts --bundle --platform=node --loader:.txt=text --outfile=/tmp/rarity.js && node /tmp/rarity.js FOLDER…
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCE_FILES } from '../../src/engine';
import { createLanguage } from '../../src/engine/language';
import { readDocument } from '../../src/engine/text/read';

const KEPT = 7000;
const language = createLanguage({
  ...emptyResources(),
  english: readFileSync(join('dist', RESOURCE_FILES.english)),
});
const counts = new Map<string, number>();
let sentences = 0;
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.txt')) continue;
    const document = readDocument(readFileSync(join(folder, name), 'utf8'), language.tag);
    for (const { from, to } of document.sentences) {
      sentences++;
      const lemmas = new Set<string>();
      for (const token of document.tokens.slice(from, to)) {
        if (token.tag !== 'PUNCT' && token.tag !== 'NUM' && token.tag !== 'PROPN') lemmas.add(token.lemma);
      }
      for (const lemma of lemmas)
        if (/^[a-z]{2,}$/.test(lemma)) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
    }
  }
}
const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT);
const byRarity = new Map<number, string[]>();
for (const [lemma, count] of frequent) {
  const rarity = Math.round(Math.log2(sentences / count) * 2);
  byRarity.set(rarity, [...(byRarity.get(rarity) ?? []), lemma]);
}
const lines = [...byRarity]
  .sort((a, b) => a[0] - b[0])
  .map(([rarity, list]) => `${rarity} ${list.sort().join(' ')}`);
writeFileSync(
  'src/engine/lexicon/word-rarity.txt',
  `# How rare common words are in news: twice the binary logarithm of sentences in all over sentences with the word.\n# Counted by eval/train/word-rarity.ts over ${sentences} sentences of news; only the counts are kept.\n${lines.join('\n')}\n`,
);
console.log(`${frequent.length} lemmas of ${counts.size}, ${sentences} sentences`);

function emptyResources() {
  return Object.fromEntries(Object.keys(RESOURCE_FILES).map((key) => [key, new Uint8Array()])) as Record<
    keyof typeof RESOURCE_FILES,
    Uint8Array
  >;
}
