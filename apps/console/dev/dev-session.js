import { env } from 'node:process';

/**
 * Stands in for the gateway's door while pages are written, in `vite` and `vite preview` alone: no build contains it. The session is that of the
 * bearer tokens in `MOTCUA_TOKENS` (comma-separated, one a post), which go with every request to `MOTCUA_URL`.
 *
 * @returns {import('vite').Plugin}
 */
export function devSession() {
  const tokens = (env.MOTCUA_TOKENS ?? '').split(',').filter((token) => token !== '');
  const posts = tokens.map(readPost);
  let chosen = 0;

  const serve = ({ middlewares }) => {
    middlewares.use('/auth/session', (_request, response) => {
      if (tokens.length === 0) return answer(response, 200, { signedIn: false });
      answer(response, 200, toSession(posts, chosen));
    });
    middlewares.use('/auth/post', (request, response) => {
      void readJson(request).then(({ role, unit }) => {
        const found = posts.findIndex((post) => post.role === role && post.unit === unit);
        if (found >= 0) chosen = found;
        answer(response, found >= 0 ? 200 : 404, toSession(posts, chosen));
      });
    });
  };
  const proxy = {
    '/v1': {
      target: env.MOTCUA_URL ?? 'http://127.0.0.1:8080',
      configure: (server) => {
        server.on('proxyReq', (request) => request.setHeader('authorization', `Bearer ${tokens[chosen] ?? ''}`));
      },
    },
  };
  return {
    name: 'motcua-dev-session',
    config: () => ({ server: { proxy }, preview: { proxy } }),
    configureServer: serve,
    configurePreviewServer: serve,
  };
}

function readPost(token) {
  const { sub, role, unit } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  return { sub, role, unit };
}

function toSession(posts, chosen) {
  const strip = ({ role, unit }) => ({ role, unit });
  const { sub } = posts[chosen];
  const inHours = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
  return {
    person: { sub, name: sub },
    posts: posts.map(strip),
    post: strip(posts[chosen]),
    csrfToken: 'dev',
    idleEndsAt: inHours(0.5),
    endsAt: inHours(12),
    signedIn: true,
  };
}

function answer(response, status, body) {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

async function readJson(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text === '' ? '{}' : text);
}
