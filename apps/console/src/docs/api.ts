import { apiServices } from '@motcua/contracts/api-services';
import SwaggerUi from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import StandalonePreset from 'swagger-ui-dist/swagger-ui-standalone-preset.js';
import 'swagger-ui-dist/swagger-ui.css';
import './api.css';

/** Of whoever is signed in in this browser: what changes something needs it beside the cookie. */
async function findCsrfToken(): Promise<string | undefined> {
  const answer = await fetch('/auth/session');
  const session = (answer.ok ? await answer.json() : {}) as { readonly csrfToken?: string };
  return session.csrfToken;
}

/** The API of every service, and "try it out" as whoever is signed in, or with a token that is typed. */
SwaggerUi({
  dom_id: '#api',
  urls: apiServices.map((name) => ({ name, url: `/openapi/${name}.json` })),
  layout: 'StandaloneLayout',
  presets: [SwaggerUi.presets.apis, StandalonePreset],
  deepLinking: true,
  requestInterceptor: async (request) => {
    const isReading = (request.method ?? 'GET').toUpperCase() === 'GET';
    const token = isReading || 'authorization' in request.headers ? undefined : await findCsrfToken();
    if (token !== undefined) request.headers['x-csrf-token'] = token;
    return request;
  },
});
