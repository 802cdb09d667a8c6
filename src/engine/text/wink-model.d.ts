/** The parts of wink-eng-lite-web-model that are loaded by file; the package declares no types for them. */
declare module 'wink-eng-lite-web-model/dist/*.js' {
  const part: unknown;
  export default part;
}
declare module 'wink-eng-lite-web-model/dist/wn-verb-exceptions.js' {
  const forms: Readonly<Record<string, string>>;
  export default forms;
}
