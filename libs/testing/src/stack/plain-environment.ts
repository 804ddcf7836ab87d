/** Our environment for a command whose words are read: without colours, whatever runs us asks for. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  // Node warns where both are set.
  const { FORCE_COLOR: _, ...env } = process.env;
  return { ...env, NO_COLOR: '1' };
}
