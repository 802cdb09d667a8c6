/** One wrapper for every handler: cancelled requests stop, errors are logged, the editor gets a safe answer. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/**
 * @param name what the log calls the request
 * @param fallback makes the answer when `work` fails; it must be one that loses nothing (empty, null)
 * @throws ResponseError (request cancelled) when the editor no longer wants the answer
 */
export function handle<P, R>(
  log: Log,
  name: string,
  fallback: () => R,
  work: Handler<P, R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    stopIfCancelled(token);
    try {
      const answer = await work(params, token);
      stopIfCancelled(token);
      return answer;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log.error(`${name}: ${describe(error)}`);
      return fallback();
    }
  };
}

/** The same for notifications: they have no answer and cannot be cancelled. */
export function observe<P>(
  log: Log,
  name: string,
  work: (params: P) => void | Promise<void>,
): (params: P) => Promise<void> {
  return async (params) => {
    try {
      await work(params);
    } catch (error) {
      log.error(`${name}: ${describe(error)}`);
    }
  };
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The editor no longer wants this answer.');
  }
}
