// Scores the speaker entity of printed quotations against the quotations of hand-made gold (teasers of other stories apart).
// A gold quotation is found when a printed one covers half of it; its speaker is right when the printed entity carries
// a name of the gold's speaker, or when neither names anybody.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const args = process.argv.slice(2);
const at = args.indexOf('--cli');
const verbose = args.includes('--verbose');
const [command, ...rest] = (at >= 0 ? args[at + 1] : 'node dist/cli.js').split(' ');
const golds = args.filter((arg, i) => arg.endsWith('.gold.json') && args[i - 1] !== '--cli');
if (golds.length === 0) golds.push('../shared/gold/seeds.gold.json');

const tally = { gold: 0, found: 0, right: 0, unknown: 0, wrong: 0 };
for (const path of golds) {
  const gold = JSON.parse(readFileSync(path, 'utf8'));
  const stem = path.replace(/\.gold\.json$/, '');
  const folder =
    existsSync(stem) && readdirSync(stem).length > 0 ? stem : resolve(dirname(path), '..', 'seeds');
  const output = execFileSync(command, [...rest, 'analyze', '--format', 'json', resolve(folder)], {
    maxBuffer: 1 << 30,
  });
  const result = JSON.parse(output.toString('utf8'));
  const entities = new Map(result.entities.map((entity) => [entity.id, entity]));
  for (const quote of (gold.quotes ?? []).filter((quote) => !quote.teaser)) {
    const article = result.articles.find((article) => basename(article.path) === quote.article);
    const text = readFileSync(join(folder, quote.article), 'utf8').replace(/^\uFEFF/, '');
    judge(quote, article, text, gold, entities);
  }
}
const percent = (n, of) => `${((100 * n) / of).toFixed(1)} %`;
console.log(
  `speakers: gold ${tally.gold} | found ${percent(tally.found, tally.gold)} | right ${percent(tally.right, tally.gold)} (${percent(tally.right, tally.found)} of those found) | unknown ${tally.unknown} | wrong ${tally.wrong}`,
);

function judge(quote, article, text, gold, entities) {
  tally.gold++;
  const spans = occurrences(text, quote.text);
  const covering = (article?.quotations ?? [])
    .map((quotation) => ({ quotation, closeness: closeness(quotation, spans, quote, text) }))
    .filter(({ closeness }) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness);
  const best = covering[0]?.quotation;
  const say = (what) => {
    if (!verbose) return;
    const printed =
      best === undefined
        ? ''
        : ` printed ${entities.get(best.speaker)?.name ?? 'unknown'} (${best.reason}; source “${best.source === null ? '' : text.slice(...best.source)}”)`;
    console.log(
      `  ${what} ${quote.article.slice(0, 3)} “${quote.text.slice(0, 60)}” gold ${quote.speaker}${printed}`,
    );
  };
  if (best === undefined) return say('missed');
  tally.found++;
  const entity = entities.get(best.speaker);
  if (isSpeaker(entity, quote, gold)) tally.right++;
  else {
    tally[entity === undefined ? 'unknown' : 'wrong']++;
    say(entity === undefined ? 'unknown' : 'wrong');
  }
}

function occurrences(text, needle) {
  const found = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1))
    found.push([at, at + needle.length]);
  return found;
}

/** Covers at least half of the gold's words; the same cue, the shorter content are better. */
function closeness(quotation, spans, quote, text) {
  for (const [start, end] of spans) {
    const shared = quotation.content.reduce(
      (sum, [a, b]) => sum + Math.max(0, Math.min(b, end) - Math.max(a, start)),
      0,
    );
    if (shared * 2 < end - start) continue;
    const size = quotation.content.reduce((sum, [a, b]) => sum + b - a, 0);
    const cue = quotation.cue === null ? '' : text.slice(...quotation.cue);
    const same = quote.cue !== null && cue !== '' && quote.cue.toLowerCase().includes(cue.toLowerCase());
    return (same ? 1 : 0) + shared / Math.max(size, end - start);
  }
  return 0;
}

function fold(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').toLowerCase();
}

function isSpeaker(entity, quote, gold) {
  const known = [...gold.people, ...(gold.organizations ?? []), ...(gold.places ?? [])].filter(
    ({ name }) => quote.speaker !== null && (quote.speaker === name || quote.speaker.includes(name)),
  );
  const names = known.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map(fold);
  if (quote.speaker !== null) names.push(fold(quote.speaker));
  if (entity === undefined) return known.length === 0;
  const printed = [entity.name, ...entity.aliases].map(fold);
  return printed.some(
    (name) =>
      names.includes(name) ||
      (entity.kind === 'person' && names.some((other) => other.split(' ').at(-1) === name.split(' ').at(-1))),
  );
}
