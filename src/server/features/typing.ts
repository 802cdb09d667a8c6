/** Which paragraphs are being written: findings there wait until the paragraph rests. */
import type { Span } from '../../engine';

/** How long a paragraph must rest, in milliseconds. */
export const TYPING_REST = 1500;

export interface Typing {
  /** Notes the text of a document; what differs from the text noted before is being written. */
  note(uri: string, text: string): void;
  forget(uri: string): void;
  /** The paragraph of a document that was edited a moment ago. */
  activeIn(uri: string): Span | undefined;
  /** Everything rests from now on. @returns whether something was being written */
  rest(): boolean;
}

/** @param onRest called when the last paragraph has come to rest */
export function createTyping(onRest: () => void): Typing {
  const texts = new Map<string, string>();
  const active = new Map<string, Span>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
  };
  return {
    note(uri, text) {
      const before = texts.get(uri);
      texts.set(uri, text);
      if (before === undefined || before === text) return;
      active.set(uri, paragraphAt(text, findChange(before, text)));
      stop();
      timer = setTimeout(() => {
        stop();
        active.clear();
        onRest();
      }, TYPING_REST);
    },
    forget(uri) {
      texts.delete(uri);
      active.delete(uri);
    },
    activeIn: (uri) => active.get(uri),
    rest() {
      const wasActive = active.size > 0;
      stop();
      active.clear();
      return wasActive;
    },
  };
}

/** Where `after` differs from `before`: between the ends that both share. */
function findChange(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, end: after.length - tail };
}

/** The lines that `span` touches, as one span without the last line end. */
export function paragraphAt(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', end);
  return {
    start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1,
    end: next < 0 ? text.length : next,
  };
}
