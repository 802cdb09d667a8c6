/** Pronouns and descriptions of one article: whom they mean, with the reason, or nothing below a clear margin. */
import type { Layout } from '../article/layout';
import type { Document, Sentence } from '../text/document';
import type { EntityKind, Gender, LocalEntity, Mention } from '../types';
import { type DescriptionReader, readDescriptions } from './descriptions';
import { Discourse, type Trace, UNNAMED } from './discourse';
import { gendersOf } from './genders';
import { isSpeaker, readQuoted, readRole } from './grammar';
import { isReflexive, PRONOUNS, type Pronoun, resolvePronoun } from './pronouns';
import { readUnnamed } from './unnamed';

/** The names of one article as found and grouped. */
export interface KnownNames {
  /** Ordered by start, not overlapping, all of form `name`. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly LocalEntity[];
  /** What titles and first names say of each entity. */
  readonly genders: readonly (Gender | null)[];
}

/** The names with pronouns and descriptions that could be resolved, and with what was learned of genders. */
export function resolveReferences(
  document: Document,
  layout: Layout,
  known: KnownNames,
): { mentions: Mention[]; entities: LocalEntity[] } {
  const genders = gendersOf(known);
  const walker = new Walker(document, known, genders);
  document.sentences.forEach((sentence, i) => {
    if (layout.kinds[sentence.paragraph] === 'body') walker.read(sentence, i);
    else walker.skip(sentence);
  });
  const mentions = [...known.mentions, ...walker.found].sort((a, b) => a.start - b.start);
  const entities = known.entities.map((entity, i) =>
    entity.kind === 'person' ? { ...entity, gender: genders[i] ?? null } : entity,
  );
  return { mentions, entities };
}

/** Walks the sentences once, remembering who was spoken of. */
class Walker {
  readonly found: Mention[] = [];
  private readonly discourse = new Discourse();
  private readonly quoted: Uint8Array;
  private readonly describe: DescriptionReader;
  /** Genders of the people without a name, by the order in which they come up. */
  private readonly unnamed: (Gender | null)[] = [];
  private next = 0;

  constructor(
    private readonly document: Document,
    private readonly known: KnownNames,
    private readonly genders: (Gender | null)[],
  ) {
    this.quoted = readQuoted(document);
    this.describe = readDescriptions(document, known, genders);
  }

  /** Passes over the names of a sentence that is not the article’s own prose. */
  skip({ end }: Sentence): void {
    const { mentions } = this.known;
    while ((mentions[this.next]?.start ?? Number.POSITIVE_INFINITY) < end) this.next++;
  }

  read(sentence: Sentence, number: number): void {
    const { tokens } = this.document;
    const { mentions } = this.known;
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i];
      if (token === undefined) continue;
      let mention = mentions[this.next];
      while (mention !== undefined && mention.end <= token.start) mention = mentions[++this.next];
      if (mention !== undefined && mention.start <= token.start) {
        let to = i + 1;
        while (to < sentence.to && (tokens[to]?.start ?? 0) < mention.end) to++;
        this.remember(mention.entity, sentence, number, i, to);
        i = to - 1;
        continue;
      }
      if (this.quoted[i] === 1) continue;
      const pronoun = PRONOUNS.get(token.lower);
      if (pronoun !== undefined) this.readPronoun(pronoun, sentence, number, i);
      else if (token.tag === 'DET' || token.tag === 'NUM') i += this.readNounPhrase(sentence, number, i);
    }
  }

  private remember(entity: number, sentence: Sentence, number: number, from: number, to: number): Trace {
    const trace: Trace = {
      entity,
      sentence: number,
      paragraph: sentence.paragraph,
      token: from,
      // Whoever opens a sentence without a name is its subject, whatever stands between noun and verb.
      role:
        entity < 0 && from === sentence.from
          ? 'subject'
          : readRole(this.document.tokens, from, to, sentence.to),
      speaker: isSpeaker(this.document.tokens, from, to, sentence.to),
      quoted: this.quoted[from] === 1,
    };
    this.discourse.add(trace);
    return trace;
  }

  /** “his wife”, “her lawyer”: somebody else, often the next pronoun’s. */
  private readKin(sentence: Sentence, number: number, at: number): void {
    const unnamed = readUnnamed(this.document.tokens, sentence, at);
    if (unnamed !== undefined) this.rememberUnnamed(unnamed.gender, sentence, number, at + 1, unnamed.to);
  }

  private rememberUnnamed(
    gender: Gender | null,
    sentence: Sentence,
    number: number,
    from: number,
    to: number,
  ): void {
    this.unnamed.push(gender);
    this.remember(UNNAMED - (this.unnamed.length - 1), sentence, number, from, to);
  }

  private readPronoun(pronoun: Pronoun, sentence: Sentence, number: number, at: number): void {
    const { tokens } = this.document;
    const token = tokens[at];
    if (token === undefined) return;
    const resolved = resolvePronoun(
      {
        pronoun,
        sentence,
        number,
        at,
        document: this.document,
        known: this.known,
        ahead: this.next,
        quoted: this.quoted,
      },
      this.discourse,
      (entity) => (entity < 0 ? this.unnamed[UNNAMED - entity] : this.genders[entity]) ?? null,
    );
    if (resolved === undefined) {
      // Whoever is meant stays unknown, and stands in the way of others until somebody is named.
      if (pronoun.use === 'subject') this.rememberUnnamed(pronoun.gender, sentence, number, at, at + 1);
      if (pronoun.use === 'owner') this.readKin(sentence, number, at);
      return;
    }
    this.genders[resolved.entity] ??= pronoun.gender;
    this.note(resolved.entity, token.start, token.end, 'pronoun', `${token.lower}: ${resolved.reason}`);
    const role = pronoun.use === 'subject' ? 'subject' : pronoun.use === 'owner' ? 'owner' : 'other';
    if (isReflexive(token.lower)) return;
    if (pronoun.use === 'owner') this.readKin(sentence, number, at);
    this.discourse.add({
      entity: resolved.entity,
      sentence: number,
      paragraph: sentence.paragraph,
      token: at,
      role,
      speaker: isSpeaker(tokens, at, at + 1, sentence.to),
      quoted: false,
    });
  }

  /** @returns how many tokens after the article belong to the description */
  private readNounPhrase(sentence: Sentence, number: number, at: number): number {
    const { tokens } = this.document;
    const definite = tokens[at]?.lower === 'the';
    const found = definite ? this.describe(sentence, number, at, this.discourse) : undefined;
    if (found === undefined) {
      const unnamed = readUnnamed(tokens, sentence, at);
      if (unnamed !== undefined) this.rememberUnnamed(unnamed.gender, sentence, number, at, unnamed.to);
      return 0;
    }
    const start = tokens[at]?.start ?? 0;
    const end = tokens[found.to - 1]?.end ?? start;
    this.note(found.entity, start, end, 'description', found.reason);
    this.remember(found.entity, sentence, number, at, found.to);
    return found.to - at - 1;
  }

  private note(
    entity: number,
    start: number,
    end: number,
    form: 'pronoun' | 'description',
    reason: string,
  ): void {
    const kind: EntityKind = this.known.entities[entity]?.kind ?? 'person';
    this.found.push({ start, end, kind, form, entity, reason });
  }
}
