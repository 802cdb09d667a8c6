/** Texts of the server in the editor's language: the client hands the translations over at the start. */
export { count, createTranslate, type Translate } from '../protocol/translate';
