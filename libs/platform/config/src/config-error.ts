export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** The environment does not suit the schema. Lists every problem at once, so that one restart is enough to repair them all. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, message }) => `  ${variable}: ${message}`);
    super(`The configuration has ${problems.length} problem(s):\n${lines.join('\n')}`);
  }
}
