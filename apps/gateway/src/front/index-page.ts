import { openRoutes, routes, upstreamNames, type Upstream } from '../routes.ts';

export interface ApiIndex {
  readonly name: string;
  readonly services: readonly { readonly name: Upstream; readonly paths: readonly string[]; readonly openApi: string }[];
  readonly links: Readonly<Record<string, string>>;
}

/** What is behind this origin. */
export const apiIndex: ApiIndex = {
  name: 'Motcua',
  services: upstreamNames.map((name) => ({
    name,
    paths: [...routes, ...openRoutes].filter(({ upstream }) => upstream === name).map(({ prefix }) => prefix),
    openApi: `/openapi/${name}.json`,
  })),
  links: { ready: '/health/ready', live: '/health/live', keys: '/.well-known/jwks.json' },
};

/** The same for people. */
export function toHtml({ name, services: list, links }: ApiIndex): string {
  const item = (path: string) => `<li><a href="${path}">${path}</a></li>`;
  const sections = list.map(
    (service) =>
      `<h2>${service.name}</h2><p><a href="${service.openApi}">OpenAPI</a></p><ul>${service.paths.map(item).join('')}</ul>`,
  );
  return [
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${name}</title></head><body>`,
    `<h1>${name}</h1><p>Mọi yêu cầu cần mã truy cập: <code>Authorization: Bearer …</code> (<code>motcua whoami --token</code>).</p>`,
    ...sections,
    `<h2>Vận hành</h2><ul>${Object.values(links).map(item).join('')}</ul></body></html>`,
  ].join('\n');
}
