/** Small grammar that coreference needs of tokens: what is quoted, what is a subject. */
import type { Document, Token } from '../text/document';
import type { ReferenceRole } from './discourse';

const OPENERS = new Set(['\u201c', '\u00ab', '\u201e']);
const CLOSERS = new Set(['\u201d', '\u00bb']);
const SAYING = new Set(
  'say add write tweet continue ask note reply explain warn argue tell insist claim acknowledge stress call'.split(
    ' ',
  ),
);
/** How far an apposition after a name may reach, in tokens. */
const APPOSITION = 18;

/** For every token whether it stands between double quotation marks; marks left open end with their paragraph. */
export function readQuoted(document: Document): Uint8Array {
  const { tokens, sentences, paragraphs } = document;
  const quoted = new Uint8Array(tokens.length);
  for (const { from, to } of paragraphs) {
    const first = sentences[from]?.from ?? 0;
    const last = sentences[to - 1]?.to ?? first;
    let open = false;
    for (let i = first; i < last; i++) {
      const mark = tokens[i]?.text ?? '';
      if (OPENERS.has(mark)) open = true;
      else if (CLOSERS.has(mark)) open = false;
      else if (mark === '"' || mark === "''" || mark === '``') open = !open;
      else quoted[i] = open ? 1 : 0;
    }
  }
  return quoted;
}

/** How the words of tokens `from` to `to` stand in their sentence. */
export function readRole(tokens: readonly Token[], from: number, to: number, end: number): ReferenceRole {
  const next = tokens[to];
  if (next !== undefined && isPossessive(next)) return 'owner';
  const before = tokens[from - 1];
  if (before?.tag === 'VERB' && SAYING.has(before.lemma)) return 'subject';
  if (isAccordingTo(tokens, from)) return 'subject';
  if (before?.tag === 'ADP') return 'other';
  const at = skipApposition(tokens, to, end);
  return startsPredicate(tokens, at, end) ? 'subject' : 'other';
}

/** True when the words are said to speak: a verb of saying beside them, or “according to” before. */
export function isSpeaker(tokens: readonly Token[], from: number, to: number, end: number): boolean {
  const before = tokens[from - 1];
  if (before !== undefined && SAYING.has(before.lemma)) return true;
  if (isAccordingTo(tokens, from)) return true;
  const at = skipApposition(tokens, to, end);
  for (let i = at; i < Math.min(end, at + 4); i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.tag === 'VERB' && SAYING.has(token.lemma)) return true;
    if (token.tag !== 'ADV' && token.tag !== 'AUX') return false;
  }
  return false;
}

/** Titles may stand between “according to” and the name. */
function isAccordingTo(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i > Math.max(0, from - 8); i--) {
    const token = tokens[i];
    if (token?.lower === 'to') return tokens[i - 1]?.lower === 'according';
    if (token === undefined || (token.tag !== 'PROPN' && token.tag !== 'NOUN' && token.tag !== 'ADJ'))
      return false;
  }
  return false;
}

export function isPossessive(token: Token): boolean {
  return token.lower === "'s" || token.lower === "'";
}

/** After “, the mayor of Belmara,” or “(D-Vt.)”. */
function skipApposition(tokens: readonly Token[], at: number, end: number): number {
  const mark = tokens[at]?.lower;
  if (mark !== ',' && mark !== '(') return at;
  // “his spokesman, Ana Díaz, said”: the name itself is the apposition.
  const next = tokens[at + 1];
  if (mark === ',' && next !== undefined && isVerb(next) && next.lower !== next.lemma) return at + 1;
  const close = mark === '(' ? ')' : ',';
  for (let i = at + 1; i < Math.min(end, at + APPOSITION); i++) if (tokens[i]?.lower === close) return i + 1;
  return at;
}

function startsPredicate(tokens: readonly Token[], at: number, end: number): boolean {
  for (let i = at; i < Math.min(end, at + 3); i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (isVerb(token)) return true;
    if (
      token.tag !== 'ADV' &&
      token.tag !== 'PART' &&
      token.lower !== 'who' &&
      token.lower !== 'himself' &&
      token.lower !== 'herself'
    )
      return false;
  }
  return false;
}

function isVerb(token: Token | undefined): boolean {
  if (token === undefined) return false;
  // wink takes past forms that it does not know for adjectives.
  return token.tag === 'VERB' || token.tag === 'AUX' || (token.tag === 'ADJ' && token.lower.endsWith('ed'));
}
