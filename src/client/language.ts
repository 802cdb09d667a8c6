/** Gives `.txt` files that belong to a case the language of articles; other files stay untouched. */
import { type Disposable, languages, type TextDocument, type Uri, workspace } from 'vscode';
import { LANGUAGE } from '../protocol/names';

/** @returns what stops it, and a function that looks at every open document again */
export function assignLanguage(
  isArticle: (uri: Uri) => boolean,
  onFail: (error: unknown) => void,
): { readonly disposable: Disposable; refresh(): void } {
  /** Documents that the user set back to plain text stay so. */
  const asked = new Set<string>();
  const assign = (document: TextDocument): void => {
    const key = document.uri.toString();
    if (document.languageId !== 'plaintext' || asked.has(key) || !isArticle(document.uri)) return;
    asked.add(key);
    languages.setTextDocumentLanguage(document, LANGUAGE).then(undefined, onFail);
  };
  return {
    disposable: workspace.onDidOpenTextDocument(assign),
    refresh() {
      for (const document of workspace.textDocuments) assign(document);
    },
  };
}
