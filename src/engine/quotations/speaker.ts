/** Who the words of a source name: the entity of the mention that heads them, with a reason, or unknown. */
import type { Names } from '../names/names';
import { type Document, tokenAt } from '../text/document';
import type { Mention, Span } from '../types';
import { findAntecedent, type LastSpeaker } from './antecedent';
import { firstEndingAfter, isGoverned, isModifier, isPossessive, mentionsIn } from './mentions';

export interface Speaker {
  /** Index into the article's entities; `null`: unknown. */
  readonly entity: number | null;
  /** 0 to 1, given that this is a quotation. */
  readonly confidence: number;
  /** In a few plain words. */
  readonly reason: string;
}

const RELATIVES = new Set(['who', 'which', 'that', 'whom']);
/** What people write or record. */
const UTTERANCES = new Set([
  'account',
  'blog',
  'book',
  'email',
  'letter',
  'memo',
  'memoir',
  'message',
  'note',
  'post',
  'remark',
  'speech',
  'statement',
  'testimony',
  'tweet',
  'video',
  'website',
]);
const CONFIDENCE = { name: 0.97, pronoun: 0.8, description: 0.75, antecedent: 0.6 } as const;

/** What resolving a source looks at besides its own words. */
export interface Setting {
  readonly document: Document;
  readonly names: Names;
  /** Number of the sentence in which the source stands. */
  readonly sentence: number;
  readonly cue: Span | null;
  readonly last: LastSpeaker | null;
}

/** Resolves the speaker that `source` names. */
export function resolveSpeaker(source: Span, setting: Setting): Speaker {
  const { document, names } = setting;
  const { mentions } = names;
  const inside = mentionsIn(source, mentions);
  const free = inside.filter(
    (mention) =>
      !isPossessive(mention, document) &&
      !isGoverned(mention, source, document) &&
      !isModifier(mention, source, document),
  );
  const chosen =
    free.find(({ kind }) => kind === 'person') ?? free[0] ?? ownerOf(inside, source, document) ?? null;
  if (chosen !== null) return describe(chosen, source, setting);
  const found =
    resolveRelative(source, document, mentions) ?? resolveUtterance(source, inside, document, names);
  if (found !== null) return found;
  const words = textOf(source, document);
  const antecedent = findAntecedent(source, setting.sentence, document, names, setting.last);
  if (antecedent !== null) {
    const { entity, reason } = antecedent;
    return { entity, confidence: CONFIDENCE.antecedent, reason: `“${words}” ${reason}` };
  }
  return unknown(/[\p{L}\p{N}]/u.test(words) ? `“${words}” names nobody` : 'no source is named');
}

/** Nobody can be told, for the reason given. */
export function unknown(reason: string): Speaker {
  return { entity: null, confidence: 0, reason };
}

function describe(mention: Mention, source: Span, { document, cue }: Setting): Speaker {
  const words = textOf(mention, document);
  const confidence = CONFIDENCE[mention.form];
  const { entity } = mention;
  if (mention.form === 'name') {
    const side = cue !== null && cue.start < source.start ? 'after' : 'before';
    const reason = cue === null ? 'named with it' : `named ${side} “${textOf(cue, document)}”`;
    return { entity, confidence, reason };
  }
  // The names stage says whom it took the words for, and for that begins with the words themselves.
  const own = mention.reason.indexOf(': ');
  const why = own < 0 ? mention.reason : mention.reason.slice(own + 2);
  return { entity, confidence, reason: `“${words}” is ${why}` };
}

function textOf({ start, end }: Span, { text }: Document): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}

/** “a message on Torvik's account”, “a statement by Torvik”: what somebody wrote speaks for them. */
function resolveUtterance(
  source: Span,
  inside: readonly Mention[],
  document: Document,
  { entities }: Names,
): Speaker | null {
  const { tokens } = document;
  let utterance: string | null = null;
  for (let i = tokenAt(tokens, source.start); i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.start >= source.end) break;
    if (UTTERANCES.has(token.lemma)) {
      utterance = token.lower;
      break;
    }
  }
  if (utterance === null) return null;
  const author = inside.find((mention) => {
    const before = tokens[tokenAt(tokens, mention.start) - 1]?.lower;
    return isPossessive(mention, document) || before === 'by' || before === 'from';
  });
  if (author === undefined) return null;
  return {
    entity: author.entity,
    confidence: CONFIDENCE[author.form] * 0.75,
    reason: `the ${utterance} is that of ${entities[author.entity]?.name ?? textOf(author, document)}`,
  };
}

/** “Torvik's” as the whole source of “Torvik's claim that …”. */
function ownerOf(inside: readonly Mention[], source: Span, document: Document): Mention | undefined {
  const last = inside.at(-1);
  if (last === undefined) return undefined;
  const rest = document.text.slice(last.end, source.end);
  return /^['’]?s?\s*$/.test(rest) && !isGoverned(last, source, document) ? last : undefined;
}

/** “Ana Ruiz, who said …”: the mention that ends just before the relative. */
function resolveRelative(source: Span, document: Document, mentions: readonly Mention[]): Speaker | null {
  const { text, tokens } = document;
  if (!RELATIVES.has(text.slice(source.start, source.end).toLowerCase())) return null;
  const before = mentions[firstEndingAfter(mentions, source.start) - 1];
  const distance = before === undefined ? 9 : tokenAt(tokens, source.start) - tokenAt(tokens, before.end);
  if (before === undefined || distance > 1 || text.slice(before.end, source.start).includes('\n'))
    return null;
  return {
    entity: before.entity,
    confidence: 0.85,
    reason: `“${textOf(source, document)}” stands for “${textOf(before, document)}”`,
  };
}
