/** Names that the manifest, the client and the server share; a test compares them with package.json. */

/** Language id of articles. */
export const LANGUAGE = 'news-article';
/** Section of the settings, prefix of commands and views, name of the language client. */
export const SECTION = 'counterclaim';
/** What diagnostics name as their source, and the output channel's name. */
export const PRODUCT = 'Counterclaim';

/** Conflicts first: they are what somebody opens the sidebar for. */
export const VIEWS = ['conflicts', 'people', 'claims', 'articles'] as const;
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
  compare: `${SECTION}.compare`,
  revealInTree: `${SECTION}.revealInTree`,
  openSample: `${SECTION}.openSample`,
  muteArticle: `${SECTION}.muteArticle`,
  unmuteArticle: `${SECTION}.unmuteArticle`,
  openBoard: `${SECTION}.openBoard`,
  decide: `${SECTION}.decide`,
  acceptConflict: `${SECTION}.acceptConflict`,
  dismissConflict: `${SECTION}.dismissConflict`,
  reopenConflict: `${SECTION}.reopenConflict`,
  mergePerson: `${SECTION}.mergePerson`,
  splitMention: `${SECTION}.splitMention`,
  renamePerson: `${SECTION}.renamePerson`,
  changeKind: `${SECTION}.changeKind`,
  notAName: `${SECTION}.notAName`,
  setSpeaker: `${SECTION}.setSpeaker`,
  undoDecision: `${SECTION}.undoDecision`,
  withdrawDecision: `${SECTION}.withdrawDecision`,
  nextFinding: `${SECTION}.nextFinding`,
  previousFinding: `${SECTION}.previousFinding`,
} as const;

/** What can be done to the arrangement of each view, in its title. */
export const VIEW_ACTIONS = ['filter', 'clearFilter', 'arrange'] as const;
export type ViewAction = (typeof VIEW_ACTIONS)[number];

/** The command that does `action` to a view. */
export function viewCommand(view: ViewName, action: ViewAction): string {
  return `${SECTION}.${view}.${action}`;
}

/** Where the decisions of a case lie, below its folder. */
export const DECISIONS_FOLDER = '.counterclaim';
export const DECISIONS_FILE = 'decisions.json';

/** Context key: `shown` or `absent`; unset while the workspace is being read (a key that is compared with `false` matches then, too). */
export const CASE_STATE = `${SECTION}.case`;

/** Context key: whether a decision of this session can be taken back. */
export const CAN_UNDO = `${SECTION}.canUndo`;

export const REPOSITORY = 'https://github.com/counterclaim/counterclaim';
