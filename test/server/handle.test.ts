/** The wrapper of every handler: answers, safe defaults, the log, cancellation. */
import assert from 'node:assert/strict';
import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { handle, type Log, observe } from '../../src/server/handle';

describe('handlers', () => {
  let errors: string[];
  const log: Log = {
    error: (message) => void errors.push(message),
    warn: () => undefined,
    info: () => undefined,
    debug: () => undefined,
  };
  beforeEach(() => {
    errors = [];
  });
  const isCancelled = (error: unknown) =>
    error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;

  it('pass the answer through', async () => {
    const double = handle(
      log,
      'double',
      () => 0,
      (n: number) => n * 2,
    );
    assert.equal(await double(4, CancellationToken.None), 8);
    assert.deepEqual(errors, []);
  });

  it('answer with the default and log when the work fails', async () => {
    const fail = handle(
      log,
      'fail',
      () => [],
      (): string[] => {
        throw new Error('broken');
      },
    );
    assert.deepEqual(await fail({}, CancellationToken.None), []);
    assert.match(errors.join(), /^fail: Error: broken/);
    await observe(log, 'watch', () => Promise.reject(new Error('late')))({});
    assert.match(errors.join(), /watch: Error: late/);
  });

  it('stop when the editor no longer wants the answer, before and after the work', async () => {
    let done = 0;
    const work = handle(
      log,
      'work',
      () => 0,
      () => ++done,
    );
    await assert.rejects(work({}, CancellationToken.Cancelled), isCancelled);
    assert.equal(done, 0);
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: CancellationToken.None.onCancellationRequested,
    };
    const cancelling = handle(
      log,
      'work',
      () => 0,
      () => {
        token.isCancellationRequested = true;
        return ++done;
      },
    );
    await assert.rejects(cancelling({}, token), isCancelled);
    assert.deepEqual(errors, []);
  });
});
