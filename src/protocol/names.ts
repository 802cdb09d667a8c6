/** Names that the manifest, the client and the server share; a test compares them with package.json. */

/** Language id of articles. */
export const LANGUAGE = 'news-article';
/** Section of the settings, prefix of commands and views, name of the language client. */
export const SECTION = 'counterclaim';
/** What diagnostics name as their source, and the output channel's name. */
export const PRODUCT = 'Counterclaim';

export const VIEWS = ['people', 'claims', 'conflicts', 'articles'] as const;
/** The sidebar's views, in their order. */
export type ViewName = (typeof VIEWS)[number];

/** The id under which a view is contributed. */
export function viewId(view: ViewName): string {
  return `${SECTION}.${view}`;
}

export const COMMANDS = {
  useFolder: `${SECTION}.useFolderAsCase`,
  reveal: `${SECTION}.reveal`,
  showLog: `${SECTION}.showLog`,
} as const;

/** Context key: `shown` or `absent`; unset while the workspace is being read (a key that is compared with `false` matches then, too). */
export const CASE_STATE = `${SECTION}.case`;

export const REPOSITORY = 'https://github.com/counterclaim/counterclaim';
