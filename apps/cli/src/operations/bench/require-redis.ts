import { once } from 'node:events';
import { connect } from 'node:net';
import { CliError } from '@motcua/terminal';

const USUAL_URL = 'redis://127.0.0.1:6379';
const ANSWER_WITHIN_MS = 3_000;

/** Where the baseline's Redis listens: `REDIS_URL`, else the usual place. CliError `bench.redis-missing` where nobody does. */
export async function requireRedis(env: NodeJS.ProcessEnv): Promise<string> {
  const { REDIS_URL: given = '' } = env;
  const url = given === '' ? USUAL_URL : given;
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port || 6379) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return url;
  } catch (cause) {
    throw new CliError({
      code: 'bench.redis-missing',
      message: `No Redis listens at ${hostname}:${port || '6379'}; the bench measures against one.`,
      hint:
        given === ''
          ? 'Start one (docker run --rm -p 6379:6379 redis:8), or name it: REDIS_URL=redis://host:6379'
          : 'Check REDIS_URL.',
      cause,
    });
  } finally {
    socket.destroy();
  }
}
