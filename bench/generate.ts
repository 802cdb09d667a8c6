/** Invented news in any amount: stories of a few articles each, the same for the same seed. */

export interface Generated {
  readonly id: string;
  readonly text: string;
}

const FIRST =
  'Ana Bram Celia Dov Edda Farid Greta Hugo Ines Jarl Katya Lior Mirela Niko Olga Pavo Rhea Sami Tove Umar';
const SYLLABLES =
  'ba den fil gor han jev kal lom mar nis opp pel quen ros sil tav ull ven wex yar zim bre cla dro';
const ROLES = 'Mayor|Governor|Police chief|Spokesman|Engineer|Judge|Minister|Coach|Professor|Captain';
const BODIES =
  'Port Authority|City Council|Transport Ministry|Harbour Police|Red Lantern Union|National Weather Office';
const EVENTS = 'bridge|ferry|fire|strike|vote|trial|flood|election|festival|merger|landslide|blackout';
const THINGS = 'people|houses|workers|passengers|votes|cars|homes|soldiers|students|trees';
const VERBS = 'killed|injured|evacuated|counted|lost|rescued|arrested|counted again|moved|named';
const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const CUES = 'said|told reporters|added|warned|announced|insisted';

/** A source of numbers that is the same on every machine (Park and Miller, 1988). */
function createRandom(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/**
 * Articles of about 4.5 KB; every `perStory` of them are about one event with the same people and town.
 * @param count number of articles
 */
export function generateArticles(count: number, perStory = 4, seed = 1): Generated[] {
  return Array.from({ length: count }, (_, i) => {
    const story = Math.floor(i / perStory);
    return { id: `story-${story}/${i % perStory}.txt`, text: generateArticle(story * 7919 + seed, i + seed) };
  });
}

/** One article. @param story what it is about; @param telling how it tells it */
export function generateArticle(story: number, telling: number, paragraphs = 28): string {
  const facts = createRandom(story + 1);
  const words = createRandom(telling * 31 + story + 7);
  const pick = (list: string, random = words): string => {
    const items = list.split(list.includes('|') ? '|' : ' ');
    return items[random(items.length)] ?? '';
  };
  // Names of its own keep a story apart from the others, as in the news.
  const invent = (random = facts): string => {
    const word = pick(SYLLABLES, random) + pick(SYLLABLES, random) + pick(SYLLABLES, random);
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const cast = Array.from({ length: 5 }, () => ({
    name: `${pick(FIRST, facts)} ${invent()}`,
    role: pick(ROLES, facts),
  }));
  const [town, other, project] = [invent(), invent(), invent()];
  const event = pick(EVENTS, facts);
  const body = `${town} ${pick(BODIES, facts)}`;
  const day = pick(DAYS, facts);
  const count = 10 + facts(900);
  const someone = () => cast[words(cast.length)] ?? { name: 'Ana Velde', role: 'Mayor' };
  const sentences: (() => string)[] = [
    () =>
      `${someone().role} ${someone().name} ${pick(CUES)} on ${day} that the ${event} in ${town} had been expected.`,
    () =>
      `At least ${count + words(3)} ${pick(THINGS)} were ${pick(VERBS)} in ${town} on ${day}, the ${body} said.`,
    () =>
      `“We did not know about the ${event},” ${someone().name.split(' ')[1]} ${pick(CUES)}. “Nobody told us.”`,
    () =>
      `According to the ${body}, about ${count * 10} ${pick(THINGS)} will be ${pick(VERBS)} by ${pick(DAYS)}.`,
    () => `${someone().name}, who leads the ${body}, declined to comment on the ${event}.`,
    () =>
      `The ${event} began at ${1 + words(11)}:${10 + words(49)} p.m. near the old ${project} market of ${town}.`,
    () => `He ${pick(CUES)} the ${body} had “no plan at all” for ${other} and the ${project} works.`,
    () =>
      `It was the ${['first', 'second', 'third'][words(3)]} ${event} in ${town} since 20${10 + words(12)}.`,
  ];
  const lines = [`${event[0]?.toUpperCase()}${event.slice(1)} in ${town}: what ${someone().name} said`, ''];
  lines.push(`By ${pick(FIRST)} ${invent(words)}`, `March ${1 + facts(28)}, 2021`, '');
  for (let i = 0; i < paragraphs; i++) {
    const parts = Array.from({ length: 2 }, () => sentences[words(sentences.length)]?.() ?? '');
    lines.push(parts.join(' '), '');
  }
  return lines.join('\n');
}
