import { env } from 'node:process';

/**
 * What the console asks of its own origin, while pages are written, in `vite` and `vite preview` alone: the gateway at `MOTCUA_URL` answers it.
 * Cookies know no ports, so whoever has signed in at `http://127.0.0.1:8080` is signed in at `http://127.0.0.1:5173` too, by the real door;
 * `origin` is made the gateway's, which takes changes from its own pages alone. No build contains it.
 *
 * @returns {import('vite').Plugin}
 */
export function devSession() {
  const target = new URL(env.MOTCUA_URL ?? 'http://127.0.0.1:8080').origin;
  const toGateway = {
    target,
    configure: (server) => {
      server.on('proxyReq', (request) => {
        if (request.getHeader('origin') !== undefined) request.setHeader('origin', target);
      });
    },
  };
  const listening = { host: '127.0.0.1', proxy: { '/v1': toGateway, '/auth': toGateway, '/identity': toGateway } };
  return { name: 'motcua-dev-session', config: () => ({ server: listening, preview: listening }) };
}
