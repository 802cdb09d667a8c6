/** What every tab works with: texts, dates, the board, and the way back to the extension. */
import type { Board, BoardDate, BoardSource } from '../protocol/board';
import type { PlainLocation } from '../protocol/places';
import { createTranslate, type Translate } from '../protocol/translate';

export interface BoardContext {
  readonly t: Translate;
  readonly board: Board;
  /** A day in the editor’s language; the ISO date when it is no date. */
  formatDay(iso: string): string;
  formatWhen(when: BoardDate['when']): string;
  reveal(place: PlainLocation): void;
  /** Keeps a choice over reloads. */
  remember(name: string, value: string): void;
  recall(name: string): string | undefined;
}

export interface Formats {
  readonly t: Translate;
  formatDay(iso: string): string;
  formatWhen(when: BoardDate['when']): string;
}

/** @param language a language tag; one that nobody knows falls back to English */
export function createFormats(translations: Readonly<Record<string, string>>, language: string): Formats {
  const t = createTranslate(translations);
  const locale = isKnown(language) ? language : 'en';
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const day = make({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const shortDay = make({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = make({ month: 'long', year: 'numeric' });
  const year = make({ year: 'numeric' });
  const dayOfYear = make({ day: 'numeric', month: 'long' });
  const monthAlone = make({ month: 'long' });
  const weekday = make({ weekday: 'long' });
  const format = (formatter: Intl.DateTimeFormat, iso: string) => {
    const date = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? iso : formatter.format(date);
  };
  return {
    t,
    formatDay: (iso) => format(shortDay, iso),
    formatWhen(when) {
      if (!('from' in when)) {
        if (when.month !== null && when.day !== null) {
          return dayOfYear.format(new Date(Date.UTC(2000, when.month - 1, when.day)));
        }
        if (when.month !== null) return monthAlone.format(new Date(Date.UTC(2000, when.month - 1, 1)));
        // 2 January 2000 was a Sunday.
        return weekday.format(new Date(Date.UTC(2000, 0, 2 + (when.weekday ?? 0))));
      }
      if (when.grain === 'day') return format(day, when.from);
      if (when.grain === 'month') return format(month, when.from);
      if (when.grain === 'year') return format(year, when.from);
      const [from, to] = [new Date(when.from), new Date(when.to)];
      return Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())
        ? `${when.from} – ${when.to}`
        : shortDay.formatRange(from, to);
    },
  };
}

function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

export function sourceOf({ board }: BoardContext, at: number): BoardSource {
  return board.sources[at] ?? { uri: '', name: '', published: null, headline: null };
}
