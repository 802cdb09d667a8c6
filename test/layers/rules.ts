/** The layer rules of docs/architecture.md, as data, and the function that finds breaches of them. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { dropStrings, readImports } from './imports';

export interface Layer {
  /** Folder below src/. */
  readonly name: string;
  /** Layers that it may import at run time, besides itself. */
  readonly imports: readonly string[];
  /** Layers of which it may know the types only. */
  readonly types: readonly string[];
  /** Packages it may import at run time; `node:` stands for Node's own modules. */
  readonly packages: (name: string) => boolean;
  /** Identifiers that must not occur. */
  readonly forbidden?: RegExp;
}

const BUILTIN = new Set(builtinModules);
const isEditor = (name: string) => name === 'vscode';
const isProtocol = (name: string) => name.startsWith('vscode-');
const isNode = (name: string) => name === 'node:';

/** What would let the network, the clock, chance or the host into a pure layer. */
const IMPURE =
  /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|importScripts|setTimeout|setInterval|setImmediate|requestAnimationFrame|performance|process|Buffer|console|require|eval|navigator)\b|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\b/;

/** What would let text into a page as markup or as code, or the page out into the network. */
const PARSING =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|DOMParser|createContextualFragment|eval|Function|fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB)\b|\bdocument\.write\b/;

export const LAYERS: readonly Layer[] = [
  {
    name: 'engine',
    imports: [],
    types: [],
    packages: (name) => !isNode(name) && !isEditor(name) && !isProtocol(name),
    forbidden: IMPURE,
  },
  {
    name: 'protocol',
    imports: [],
    types: ['engine'],
    packages: (name) => name === 'vscode-languageserver-protocol' || name === 'vscode-jsonrpc',
    forbidden: IMPURE,
  },
  {
    name: 'server',
    imports: ['engine', 'protocol'],
    types: [],
    packages: (name) => !isEditor(name) && name !== 'vscode-languageclient',
  },
  {
    name: 'client',
    imports: ['protocol'],
    types: ['engine'],
    packages: (name) => name !== 'vscode-languageserver',
  },
  {
    name: 'webview',
    imports: ['protocol'],
    types: [],
    packages: (name) => name === 'diff',
    forbidden: PARSING,
  },
  { name: 'cli', imports: ['engine'], types: [], packages: (name) => !isEditor(name) && !isProtocol(name) },
];

/** Breaches of one layer's rules in one file, as sentences; empty when there is none. */
export function findBreaches(file: string, source: string, layers: readonly Layer[] = LAYERS): string[] {
  const layer = layers.find(({ name }) => file.startsWith(`src/${name}/`));
  if (layer === undefined) return [`${file} belongs to no layer`];
  const breaches: string[] = [];
  for (const { target, typeOnly } of readImports(source)) {
    const reason = target.startsWith('.')
      ? judgeFile(layer, posix.normalize(posix.join(posix.dirname(file), target)), typeOnly)
      : judgePackage(layer, target, typeOnly);
    if (reason !== undefined) breaches.push(`${file}: ${reason}`);
  }
  const word = layer.forbidden?.exec(dropStrings(source));
  if (word) breaches.push(`${file}: “${word[0]}” has no place in ${layer.name}`);
  return breaches;
}

function judgeFile(layer: Layer, target: string, typeOnly: boolean): string | undefined {
  const other = /^src\/(\w+)(?:\/|$)/.exec(target)?.[1];
  // The version that a program tells comes from the manifest.
  if (target === 'package.json' && layer.forbidden === undefined) return undefined;
  if (other === undefined) return `${layer.name} imports ${target} from outside src/`;
  if (other === layer.name || layer.imports.includes(other)) return undefined;
  if (layer.types.includes(other)) {
    return typeOnly ? undefined : `${layer.name} imports ${target} at run time; only its types are allowed`;
  }
  return `${layer.name} must not know ${other} (${target})`;
}

function judgePackage(layer: Layer, target: string, typeOnly: boolean): string | undefined {
  const name = packageName(target);
  if (layer.packages(name)) return undefined;
  if (typeOnly && layer.name !== 'engine') return undefined;
  return `${layer.name} must not import ${target}`;
}

/** The package of a specifier: without its path, with its scope; `node:` for every module of Node's own. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/');
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return specifier.startsWith('node:') || BUILTIN.has(name) ? 'node:' : name;
}
