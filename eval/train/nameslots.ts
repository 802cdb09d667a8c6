/**
 * Learns the weights of src/engine/case/nameslots.ts: do two names of matched passages fill one slot?
 * Right pairs are names of one entity that both articles give, wrong ones names of two entities.
 * Run: npx esbuild eval/train/nameslots.ts --bundle --platform=node --loader:.txt=text --outfile=/tmp/nameslots.cjs && node /tmp/nameslots.cjs FOLDER…
 * Each FOLDER holds the articles of one story. Every third folder is left for measuring. Prints the weights.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCase } from '../../src/engine';
import { matchPassages } from '../../src/engine/case/match';
import { indexNames } from '../../src/engine/case/nameindex';
import { holdNames, readFeatures } from '../../src/engine/case/nameslots';
import { readPassages } from '../../src/engine/case/passages';
import type { Context } from '../../src/engine/conflicts/detector';
import { sharedEngine } from '../../test/resources';

/** Where the likeness of the passages without the names stands among the features, and the least that counts. */
const ALIKE = 13;
const LEAST_ALIKE = 0.2;

interface Example {
  readonly features: readonly number[];
  readonly right: boolean;
}

function readExamples(folder: string): Example[] {
  const engine = sharedEngine();
  const articles = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const id = `${folder}/${name}`;
      return { id, text, facts: engine.analyze({ id, text }) };
    });
  const current = createCase();
  for (const article of articles) current.set(article);
  const { entities } = current.result();
  const byMember = new Map(
    entities.flatMap((entity) =>
      entity.members.map(({ article, local }) => [`${local} ${article}`, entity] as const),
    ),
  );
  const context = {
    entities,
    outlets: new Set<string>(),
    relations: { rarity: () => 0, nearness: () => 0, areOpposites: () => false },
    entityOf: (article, local) => byMember.get(`${local ?? -1} ${article.id}`),
  } satisfies Context;
  const indexes = new Map(articles.map((article) => [article.id, indexNames(article, context)]));
  return matchPassages(readPassages(articles, context)).flatMap((match) => {
    const left = indexes.get(match.left.article.id);
    const right = indexes.get(match.right.article.id);
    if (left === undefined || right === undefined) return [];
    const idsOf = (names: ReturnType<typeof holdNames>, index: typeof left) =>
      new Set(names.map(({ value }) => index.idOf(value)));
    const lefts = holdNames(match.left);
    const rights = holdNames(match.right);
    const leftIds = idsOf(lefts, left);
    const rightIds = idsOf(rights, right);
    return lefts.flatMap((a) =>
      rights.flatMap((b): Example[] => {
        const same = left.idOf(a.value) === right.idOf(b.value);
        if (!same && (leftIds.has(right.idOf(b.value)) || rightIds.has(left.idOf(a.value)))) return [];
        const features = readFeatures(
          match,
          a,
          b,
          { passage: match.left, index: left },
          { passage: match.right, index: right },
        );
        // Passages that match only through the name itself say nothing of slots that other names fill.
        return features === undefined || (features[ALIKE] ?? 0) < LEAST_ALIKE
          ? []
          : [{ features, right: same }];
      }),
    );
  });
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** Logistic regression by plain gradient steps, with a small pull towards 0. */
function learn(examples: readonly Example[]): number[] {
  const size = examples[0]?.features.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 1500; round++) {
    const slope = weights.map((weight) => -0.001 * weight);
    for (const { features, right } of examples) {
      const error = (right ? 1 : 0) - sigmoid(dot(features, weights));
      features.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + (error * value) / examples.length;
      });
    }
    for (let i = 0; i < size; i++) weights[i] = (weights[i] ?? 0) + 2 * (slope[i] ?? 0);
  }
  return weights;
}

const folders = process.argv.slice(2).sort();
const training: Example[] = [];
const held: Example[] = [];
folders.forEach((folder, i) => {
  for (const example of readExamples(folder)) (i % 3 === 2 ? held : training).push(example);
});
const weights = learn(training);
console.log(weights.map((weight) => weight.toFixed(2)).join(', '));
console.log(`${training.length} examples, ${training.filter(({ right }) => right).length} right`);
for (const least of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const said = held.filter(({ features }) => sigmoid(dot(features, weights)) >= least);
  const hits = said.filter(({ right }) => right).length;
  const all = held.filter(({ right }) => right).length;
  console.log(`from ${least}: ${hits} of ${all} found, ${hits} of ${said.length} right`);
}
