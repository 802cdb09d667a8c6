/** The core of wink-nlp's English model: unpacking it, and keeping it the same from text to text. */

interface Packing {
  readonly layout: Readonly<Record<string, readonly number[]>>;
  efList: string[];
}

export interface Feature {
  list: string[];
  hash: Record<string, number>;
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}

export interface CoreModel {
  readonly packing: Packing;
  readonly features: Readonly<Record<string, Feature>>;
  readonly pos: { readonly hash: Readonly<Record<string, number>> };
  lexicon: Uint32Array | string;
  xpansions: Uint32Array | string;
}

/** Unpacks the core model as wink's own loader does, from data handed in instead of a bundled file. */
export function decodeCore(core: CoreModel): CoreModel {
  const { packing, features } = core;
  core.lexicon = unpack(core.lexicon);
  core.xpansions = unpack(core.xpansions);
  packing.efList = [];
  for (const [name, layout] of Object.entries(packing.layout)) {
    const feature = features[name];
    const [, mask = 0, shift = 0, isBoolean, isExtracted] = layout;
    if (feature !== undefined && isBoolean === 0) {
      rememberSize(feature);
      feature.maxIndex = mask >>> shift;
    }
    if (isExtracted === 1) packing.efList.push(name);
  }
  const { lexeme, posClusters } = features;
  if (lexeme !== undefined) rememberSize(lexeme);
  if (posClusters !== undefined) {
    const clusters: unknown[] = posClusters.list;
    posClusters.list.forEach((cluster, i) => {
      clusters[i] = new Set(cluster.split('_').map((tag) => core.pos.hash[tag] ?? 0));
    });
  }
  return core;
}

/**
 * Forgets every word, prefix, suffix and shape learned from texts, and opens the dictionary itself to wink-nlp,
 * which holds on to it while an instance is made.
 */
export function openDictionary(core: CoreModel): void {
  for (const feature of learningFeatures(core)) {
    feature.list.length = feature.intrinsicSize;
    feature.index = feature.intrinsicSize;
    feature.hash = Object.getPrototypeOf(feature.hash) ?? feature.hash;
  }
}

/**
 * Puts an empty object in front of the dictionary for what is learned from texts. wink-nlp takes a word it has
 * seen before as it stands, so that how a text is cut into tokens would depend on the texts before it; but it looks
 * words up in the dictionary it was made with, and so never finds a learned one.
 */
export function closeDictionary(core: CoreModel): void {
  for (const feature of learningFeatures(core)) feature.hash = Object.create(feature.hash);
}

/** Features with a list of values that grows; flags have none. */
function learningFeatures({ features, packing }: CoreModel): Feature[] {
  const names = new Set(['lexeme', ...packing.efList]);
  return [...names].flatMap((name) => features[name] ?? []).filter(({ intrinsicSize }) => intrinsicSize > 0);
}

function rememberSize(feature: Feature): void {
  feature.hash = indexOf(feature.list);
  feature.intrinsicSize = feature.list.length;
  feature.index = feature.list.length;
}

function indexOf(list: readonly string[]): Record<string, number> {
  const hash: Record<string, number> = Object.create(null);
  list.forEach((item, i) => {
    hash[item] = i;
  });
  return hash;
}

function unpack(packed: Uint32Array | string): Uint32Array {
  if (typeof packed !== 'string') return packed;
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return new Uint32Array(bytes.buffer);
}
