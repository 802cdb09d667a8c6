/** Recognises picture captions by their credit, and embedded posts by their handle and date. */
import { foldKeepingOffsets } from '../text/fold';
import type { Line } from './lines';

/** A caption with a bracketed credit may run to several sentences; without brackets it is one or two. */
const LONGEST_BRACKETED = 130;
const LONGEST_CAPTION = 70;
const LONGEST_POST = 90;
const TAIL = 140;

const SOURCES = [
  'getty images',
  'getty',
  'reuters',
  'ap',
  'afp',
  'epa',
  'epa-efe',
  'upi',
  'shutterstock',
  'istock',
  'istockphoto',
  'alamy',
  'bloomberg',
  'associated press',
  'ap images',
  'ap photo',
  'unsplash',
  'pixabay',
  'pexels',
  'flickr',
  'wikimedia commons',
  'wikimedia',
  'wikipedia',
  'zuma press',
  'zuma',
  'sipa',
  'rex',
  'rex features',
  'redux',
  'anadolu agency',
  'anadolu',
  'xinhua',
  'tass',
  'youtube',
  'screenshot',
  'screengrab',
  'screencap',
  'handout',
  'pool',
  'pa',
  'pti',
  'ani',
  'irna',
  'sputnik',
  'nurphoto',
  'imago',
  'dpa',
];
const BY_LENGTH = [...SOURCES].sort((a, b) => b.length - a.length);
const LABELS = [
  'photo:',
  'photos:',
  'photograph:',
  'photo by ',
  'photo credit',
  'photo courtesy',
  'image:',
  'picture:',
];

/** True when the line is a caption or a credit of a picture. */
export function isCaption(line: Line): boolean {
  if (line.words > LONGEST_BRACKETED) return false;
  const tail = foldKeepingOffsets(line.text.slice(-TAIL)).toLowerCase().trimEnd();
  const open = tail.lastIndexOf('(');
  if (open >= 0 && (tail.endsWith(')') || tail.endsWith(').'))) {
    if (isCredit(tail.slice(open + 1, tail.lastIndexOf(')')).trim())) return true;
  }
  if (line.words > LONGEST_CAPTION) return false;
  if (line.text.includes('REUTERS/') || tail.includes('ap photo/')) return endsInCredit(tail);
  return hasLabel(tail) || endsWithSource(tail, line);
}

/** “AP Photo/Name”, “Name/Reuters”, “Reuters photo: Name”, “Name via AP”. */
function isCredit(text: string): boolean {
  if (text.length > 90) return false;
  if (/\b(?:photo|photos|photograph|image|picture|courtesy|file)\b/.test(text)) return true;
  const source = BY_LENGTH.find((name) => text.endsWith(name));
  if (source === undefined) return false;
  const before = text.slice(0, -source.length).trimEnd();
  return before.endsWith('/') || before.endsWith('|') || before.endsWith(' via') || before.endsWith(',');
}

/** After the credit’s slash come names only, not another sentence. */
function endsInCredit(tail: string): boolean {
  const at = Math.max(tail.lastIndexOf('reuters/'), tail.lastIndexOf('ap photo/'));
  return tail.length - at < 70 && !/[.!?] [a-z]{3,} /.test(tail.slice(at));
}

function hasLabel(tail: string): boolean {
  for (const label of LABELS) {
    const at = tail.lastIndexOf(label);
    if (at < 0) continue;
    const before = tail.slice(0, at).trimEnd().slice(-1);
    if (
      '.?!|()"\'/'.includes(before) &&
      tail.length - at < 90 &&
      !/[.!?] [a-z]{3,} /.test(tail.slice(at + label.length))
    ) {
      return true;
    }
  }
  return false;
}

/** “Name/AFP”, “Name | Getty Images”, “… via Getty Images”, “… in Texas. AP”. */
function endsWithSource(tail: string, line: Line): boolean {
  const text = tail.endsWith('.') ? tail.slice(0, -1) : tail.replace(/\/file(?: photo)?$/, '');
  const source = BY_LENGTH.find((name) => text.endsWith(name));
  if (source === undefined) return false;
  const before = text.slice(0, -source.length);
  const unspaced = before.trimEnd();
  if (unspaced === '') return line.words <= 3;
  if (unspaced.endsWith('/') || unspaced.endsWith('|') || unspaced.endsWith(' via')) return true;
  // A last “sentence” that is nothing but a source: “… at a rally in Austin. AP”.
  return before.endsWith('. ') && !tail.endsWith('.');
}

/** True when the line is an embedded post: it ends with “(@handle) date”, a link or a picture’s address. */
export function isPost(line: Line): boolean {
  if (line.words > LONGEST_POST) return false;
  const { text } = line;
  const handle = text.lastIndexOf('(@');
  if (handle >= 0) {
    const rest = text.slice(handle);
    const after = rest.slice(rest.indexOf(')') + 1).trim();
    if (rest.includes(')') && (after === '' || (after.length < 30 && /\d/.test(after)))) {
      const dash = text.lastIndexOf('\u2014', handle);
      if (dash >= 0 || line.words <= 12) return true;
    }
  }
  const lastSpace = text.lastIndexOf(' ') + 1;
  const last = text.slice(lastSpace);
  if (last.startsWith('pic.twitter.com/') || last.startsWith('https://t.co/')) return true;
  return (
    lastSpace === 0 && (/^https?:\/\//.test(last) || /^[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}$/.test(last))
  );
}

/** True for “[music]”, “(APPLAUSE)”, “* * *”, “< /div>”: nothing that an article says. */
export function isDirection(line: Line): boolean {
  const { text, words } = line;
  if (words === 0) return true;
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  if (first === '<' && last === '>' && words <= 6) return true;
  if (first === '[' && last === ']' && words <= 14) return text.indexOf(']') === text.length - 1;
  return (
    first === '(' &&
    last === ')' &&
    words <= 5 &&
    (line.shouted ||
      /^\((?:applause|laughter|crosstalk|music|cheering|inaudible|laughs|pause)\)$/i.test(text))
  );
}
