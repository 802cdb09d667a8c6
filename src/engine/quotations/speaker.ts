/** Who the words of a source name: the entity of the mention that heads them, with a reason, or unknown. */
import type { Names } from '../names/names';
import { type Document, tokenAt } from '../text/document';
import type { Mention, Span } from '../types';

export interface Speaker {
  /** Index into the article's entities; `null`: unknown. */
  readonly entity: number | null;
  /** 0 to 1, given that this is a quotation. */
  readonly confidence: number;
  /** In a few plain words. */
  readonly reason: string;
}

const POSSESSIVE_PRONOUNS = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your']);
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
const CONFIDENCE = { name: 0.97, pronoun: 0.8, description: 0.75 } as const;

/** Resolves the speaker that `source` names. */
export function resolveSpeaker(source: Span, document: Document, { mentions }: Names): Speaker {
  const inside = mentionsIn(source, mentions);
  const free = inside.filter(
    (mention) =>
      !isPossessive(mention, document) &&
      !isGoverned(mention, source, document) &&
      !isModifier(mention, source, document),
  );
  const chosen =
    free.find(({ kind }) => kind === 'person') ?? free[0] ?? ownerOf(inside, source, document) ?? null;
  if (chosen !== null) return describe(chosen, document);
  return (
    resolveRelative(source, document, mentions) ??
    resolveUtterance(source, inside, document) ??
    unknown(`“${textOf(source, document)}” names nobody`)
  );
}

/** Nobody can be told, for the reason given. */
export function unknown(reason: string): Speaker {
  return { entity: null, confidence: 0, reason };
}

function describe(mention: Mention, document: Document): Speaker {
  const words = textOf(mention, document);
  const confidence = CONFIDENCE[mention.form];
  if (mention.form === 'name')
    return { entity: mention.entity, confidence, reason: `“${words}” is named as the source` };
  return { entity: mention.entity, confidence, reason: `“${words}”: ${mention.reason}` };
}

function textOf({ start, end }: Span, { text }: Document): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}

function mentionsIn(source: Span, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (let i = firstEndingAfter(mentions, source.start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.start >= source.end) break;
    found.push(mention);
  }
  return found;
}

function firstEndingAfter(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPossessive({ start, end, form }: Mention, { text }: Document): boolean {
  if (form === 'pronoun' && POSSESSIVE_PRONOUNS.has(text.slice(start, end).toLowerCase())) return true;
  const tail = text.slice(end, end + 2);
  if (/^['’]s/.test(tail) || /['’]s$/.test(text.slice(start, end))) return true;
  return /^['’]/.test(tail) && /s$/i.test(text.charAt(end - 1));
}

/**
 * Whether the mention hangs on a preposition or verb within the source (“a spokesman for Putin”).
 * “Secretary of State Jo Ray” does not: there the head before “of” is capitalised and a title touches the name.
 */
function isGoverned(mention: Mention, source: Span, { tokens }: Document): boolean {
  const first = tokenAt(tokens, mention.start);
  for (let i = first - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.start < source.start) return false;
    if (token.tag === 'VERB') return true;
    if (token.tag === 'ADP' || token.lower === 'to') {
      const head = tokens[i - 1];
      const title = head !== undefined && /^\p{Lu}/u.test(head.text);
      return !(title && mention.kind === 'person' && i < first - 1);
    }
    if (token.tag === 'PUNCT' && !/^['’.-]/.test(token.text)) return false;
    if (token.tag === 'CCONJ') return false;
  }
  return false;
}

/** “Belmara officials”, “the Torvik campaign”: the mention only says whose or which. */
function isModifier(mention: Mention, source: Span, { tokens, text }: Document): boolean {
  const next = tokens[tokenAt(tokens, mention.end)];
  if (next === undefined || next.start >= source.end || mention.form === 'pronoun') return false;
  return (
    next.tag === 'NOUN' && /^\p{Ll}/u.test(next.text) && text.slice(mention.end, next.start).trim() === ''
  );
}

/** “a message on Torvik's account”, “a statement by Torvik”: what somebody wrote speaks for them. */
function resolveUtterance(source: Span, inside: readonly Mention[], document: Document): Speaker | null {
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
  const whose = textOf(author, document);
  return {
    entity: author.entity,
    confidence: CONFIDENCE[author.form] * 0.75,
    reason: `the ${utterance} is that of “${whose}”`,
  };
}

/** “Putin's” as the whole source of “Putin's claim that …”. */
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
