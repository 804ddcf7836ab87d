/** The answer, or the loss of what it would have been of use to, whichever comes first. @throws the signal's reason, or as `work` does */
export async function unlessLost<Answer>(lost: AbortSignal, work: Promise<Answer>): Promise<Answer> {
  work.catch(() => undefined); // of one that is left behind
  let tell: () => void = () => undefined;
  const loss = new Promise<never>((_, reject) => {
    tell = () => {
      reject(lost.reason as Error); // It is aborted with an error, always.
    };
    lost.addEventListener('abort', tell);
  });
  try {
    lost.throwIfAborted();
    return await Promise.race([work, loss]);
  } finally {
    lost.removeEventListener('abort', tell);
  }
}
