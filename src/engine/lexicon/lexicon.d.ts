/** Word lists are plain text files, bundled as strings. */
declare module '*.txt' {
  const text: string;
  export default text;
}
