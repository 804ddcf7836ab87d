import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RouteRules, type Action } from '@motcua/access';
import { askIn, createProber, findAccessFaults, listKeysProbes, listKitProbes, type Probe } from '@motcua/access/testing';
import { createIdentityFixture, type IdentityFixture } from './testing/identity-fixture.ts';

const places = { same: 'xa-thanh-ba', parent: 'thanh-ba', sibling: 'xa-dong-xuan' };

let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

function listProbes(): readonly Probe[] {
  const prober = createProber(
    fixture.issuer,
    askIn(() => fixture.app),
  );
  const { get, send } = prober;
  const manage: Action = 'accounts.manage';
  return [
    { route: 'GET /v1/accounts', action: manage, ask: get(() => '/v1/accounts') },
    { route: 'POST /v1/accounts', action: manage, ask: send('POST', () => '/v1/accounts', {}) },
    { route: 'GET /v1/accounts/:id', action: manage, ask: get(() => '/v1/accounts/nobody') },
    { route: 'PUT /v1/accounts/:id/posts', action: manage, ask: send('PUT', () => '/v1/accounts/nobody/posts', { posts: [] }) },
    {
      route: 'POST /v1/accounts/:id/password-reset',
      action: manage,
      ask: send('POST', () => '/v1/accounts/nobody/password-reset', {}),
    },
    { route: 'POST /v1/accounts/:id/:change', action: manage, ask: send('POST', () => '/v1/accounts/nobody/disable', {}) },
    {
      route: 'PUT /v1/accounts/me/password',
      action: 'password.change',
      isOwn: true,
      ask: send('PUT', () => '/v1/accounts/me/password', {}),
    },
    {
      route: 'POST /v1/accounts/me/sign-out-everywhere',
      action: 'access.end',
      isOwn: true,
      ask: send('POST', () => '/v1/accounts/me/sign-out-everywhere', {}),
    },
    ...listKeysProbes('/v1/identity-keys', prober),
    ...listKitProbes('identity', prober),
  ];
}

it('lets in on every route whom the table names, and nobody else', async () => {
  expect(await findAccessFaults(fixture.app.get(RouteRules).list(), listProbes(), places)).toEqual([]);
}, 60_000);
