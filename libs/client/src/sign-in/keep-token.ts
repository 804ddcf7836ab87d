export interface IssuedToken {
  readonly token: string;
  readonly expiresAtMs: number;
}

/** A request may wait for its turn before its token is read. */
export const LEFT_MS = 30_000;

export const isFresh = ({ expiresAtMs }: Pick<IssuedToken, 'expiresAtMs'>): boolean => Date.now() < expiresAtMs - LEFT_MS;

/** One token for all who ask until shortly before its end; those who ask meanwhile wait for one and the same. */
export function keepToken(issue: () => Promise<IssuedToken>): () => Promise<string> {
  let kept: IssuedToken | undefined;
  let asked: Promise<IssuedToken> | undefined;
  return async () => {
    if (kept !== undefined && isFresh(kept)) return kept.token;
    asked ??= issue().finally(() => {
      asked = undefined;
    });
    kept = await asked;
    return kept.token;
  };
}
