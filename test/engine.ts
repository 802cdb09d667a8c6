/** The engine as tests use it: see `resources.ts`. */
export { sharedEngine } from './resources';
