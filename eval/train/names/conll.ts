/** Reads CoNLL-2003 files into documents of sentences, and sentences into text with name spans. */
import type { ModelKind } from '../../../src/engine/names/labels';

export interface ConllWord {
  readonly text: string;
  /** `B-PER`, `I-ORG`, `O`… with every name's first word marked `B`. */
  readonly label: string;
}
export type ConllSentence = readonly ConllWord[];
export type ConllDocument = readonly ConllSentence[];

export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly kind: ModelKind;
}
export interface GoldText {
  readonly text: string;
  readonly names: readonly GoldName[];
}

const KIND: Readonly<Record<string, ModelKind>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  MISC: 'other',
};

/** Splits a CoNLL file's content into documents; labels become IOB2. */
export function readConll(content: string): ConllDocument[] {
  const documents: ConllSentence[][] = [];
  let sentence: ConllWord[] = [];
  let last = 'O';
  const flush = () => {
    if (sentence.length > 0) documents.at(-1)?.push(sentence);
    sentence = [];
    last = 'O';
  };
  for (const line of content.split(/\r?\n/)) {
    if (line.startsWith('-DOCSTART-')) {
      flush();
      documents.push([]);
      continue;
    }
    if (line.trim() === '') {
      flush();
      continue;
    }
    const columns = line.split(/\s+/);
    const text = columns[0] ?? '';
    const tag = columns.at(-1) ?? 'O';
    const continues = tag.startsWith('I-') && last !== 'O' && last.slice(2) === tag.slice(2);
    const label = tag === 'O' ? 'O' : `${continues ? 'I' : 'B'}-${tag.slice(2)}`;
    sentence.push({ text, label });
    last = label;
  }
  flush();
  return documents.filter((document) => document.length > 0);
}

/** Writes sentences as lines of plain text, spaced as the scorer of names spaces them. */
export function renderText(document: ConllDocument): GoldText {
  let text = '';
  const names: { start: number; end: number; kind: ModelKind }[] = [];
  for (const sentence of document) {
    if (text !== '') text += '\n';
    let open: { start: number; end: number; kind: ModelKind } | null = null;
    sentence.forEach((word, i) => {
      const before = sentence[i - 1];
      if (before !== undefined && !/^[.,;:!?%)\]']/.test(word.text) && !/[([$]$/.test(before.text))
        text += ' ';
      const start = text.length;
      text += word.text;
      const kind = KIND[word.label.slice(2)];
      if (kind === undefined) open = null;
      else if (word.label.startsWith('I') && open !== null) open.end = text.length;
      else {
        open = { start, end: text.length, kind };
        names.push(open);
      }
    });
  }
  return { text, names };
}
