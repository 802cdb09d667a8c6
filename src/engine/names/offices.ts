/** Offices and occupations as linking compares them: “Iranian Oil Minister” and “oil minister” agree. */
import { foldForComparison } from '../text/fold';

export interface Office {
  /** The word that says what somebody is: “minister”. */
  readonly head: string;
  /** The words that narrow it: “iranian”, “oil”. */
  readonly scope: readonly string[];
}

const HONORIFICS = new Set(
  'mr mrs ms miss mx sir dame lord lady madam dr prof professor sayyid sheikh'.split(' '),
);
const LINKS = new Set('of for to at in on with from under'.split(' '));
const STOP = new Set('the a an his her their its former ex then new now one who and by our'.split(' '));
/** Titles that belong to the same office. */
const SAME: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  congressman: 'representative',
  congresswoman: 'representative',
  gov: 'governor',
  pres: 'president',
  gen: 'general',
  col: 'colonel',
  capt: 'captain',
  lt: 'lieutenant',
  sgt: 'sergeant',
  spokeswoman: 'spokesman',
  spokesperson: 'spokesman',
  chairwoman: 'chairman',
  chair: 'chairman',
  chairperson: 'chairman',
  firefighter: 'firefighter',
  fireman: 'firefighter',
  policewoman: 'policeman',
  actress: 'actor',
  secretary: 'minister',
  pm: 'minister',
};

/** Reads a role’s words; `null` for an honorific, or when nothing is left. */
export function readOffice(text: string): Office | null {
  const words = foldForComparison(text)
    .replace(/['’]s?\b/g, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  const link = words.findIndex((word, i) => i > 0 && LINKS.has(word));
  const front = (link < 0 ? words : words.slice(0, link)).filter((word) => !STOP.has(word));
  const head = front.at(-1);
  if (head === undefined || HONORIFICS.has(head)) return null;
  const scope = [...front.slice(0, -1), ...(link < 0 ? [] : words.slice(link))].filter(
    (word) => !LINKS.has(word) && !STOP.has(word) && !HONORIFICS.has(word),
  );
  return { head: SAME[head] ?? head, scope };
}

/** The office that both lists hold, as words for a reason; `null`: none. */
export function sharedOffice(a: readonly Office[], b: readonly Office[]): string | null {
  for (const one of a) {
    for (const other of b) {
      if (one.head !== other.head) continue;
      if (one.scope.length === 0 || other.scope.length === 0) return one.head;
      const shared = one.scope.find((word) => other.scope.includes(word));
      if (shared !== undefined) return `${shared} ${one.head}`;
    }
  }
  return null;
}
