/** Fills translated texts: server and webview get the translations from the client at the start. */

/** Translates `message` and fills `{0}`, `{1}`… with `values`; without a translation the English stands. */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string;

export function createTranslate(translations: Readonly<Record<string, string>> = {}): Translate {
  return (message, ...values) =>
    (translations[message] ?? message).replace(/\{(\d)\}/g, (hole, digit: string) => {
      const value = values[Number(digit)];
      return value === undefined ? hole : String(value);
    });
}

/** A count with its noun: “1 source”, “2 sources”. */
export function count(t: Translate, n: number, one: string, many: string): string {
  return n === 1 ? t(one, n) : t(many, n);
}
