/**
 * Fills an empty catalogue with the reference data of this repository (calendar, rule sets, reasons, units, procedures), and notification
 * with its rules (who is told of what), through the gateway. The staff are yours: PUT /v1/staff/{id} where somebody works, PUT
 * /v1/staff/{id}/contact how they are reached; whom an earlier version entered in notification alone is handed over to the catalogue.
 * Until a catalogue has some of each but staff, dossier-intake is not ready. Codes that are there already stay as they are, so it may be
 * repeated: Compose runs it at each `up`.
 *
 *   MOTCUA_URL=http://gateway:8080 MOTCUA_CLIENT_ID=reference MOTCUA_CLIENT_SECRET_FILE=/run/secrets/… node deploy/seed-reference.js
 *
 * It signs in as every program does, with the role of an administrator; or, in a cluster on one machine that has no identity provider, with
 * the key of people's tokens (`MOTCUA_SIGNING_KEY`). It does not wait for dossier-intake to learn the codes, as `motcua up` does: behind a
 * Kubernetes Service a pod that is not ready cannot be asked.
 */
import { createCatalogueClient } from '@motcua/client/catalogue';
import { createGatewayClient, findInstallation, retryWhileAway, toGatewayConnection } from '@motcua/client';
import { handOverStaff, readNotificationRules, readReferenceData } from '@motcua/demo/reference';
import { connectWithKey } from './connect-with-key.js';

const { env } = process;
const installation = await findInstallation({ ...env, MOTCUA_URL: process.argv[2] ?? env.MOTCUA_URL });
if (installation === undefined) {
  console.error('Name the gateway, for example: MOTCUA_URL=http://127.0.0.1:8080 node deploy/seed-reference.js');
  process.exit(2);
}
const { token, tokenFile, clientId } = installation;
const signsItself = (token ?? tokenFile ?? clientId) === undefined && Boolean(env.MOTCUA_SIGNING_KEY);
const connection = signsItself
  ? await connectWithKey(installation.url, env.MOTCUA_SIGNING_KEY)
  : await toGatewayConnection(installation, env);
const gateway = createGatewayClient(connection, { role: 'admin', subject: 'reference' });
const catalogue = createCatalogueClient(gateway);
const toCode = (document) => document.code ?? document.id;

const { calendars, ruleSets, reasons, units, procedures } = await readReferenceData();
for (const [kind, documents] of Object.entries({ calendars, 'rule-sets': ruleSets, reasons, units, procedures })) {
  const known = new Set((await catalogue.list(kind)).map(toCode));
  const missing = documents.filter((document) => !known.has(toCode(document)));
  await catalogue.put(kind, missing);
  console.log(`${kind}: ${missing.length} added, ${documents.length - missing.length} there already`);
}

// notification is ready, and reachable behind a Kubernetes Service, only when the reference data above have come to it.
const { rules: known } = await retryWhileAway(() => gateway.request('/v1/notification-rules'));
const missing = (await readNotificationRules()).filter(({ id }) => !known.some((rule) => rule.id === id));
for (const rule of missing)
  await retryWhileAway(() => gateway.request(`/v1/notification-rules/${rule.id}`, { method: 'PUT', body: rule }));
console.log(`notification rules: ${missing.length} added, ${known.length} there already`);

const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' });
const { added, unplaced } = await handOverStaff(gateway, catalogue, today);
console.log(`staff: ${added} handed over to the catalogue from ${today} on`);
if (unplaced.length > 0) console.warn(`staff of units that the catalogue does not know, not handed over: ${unplaced.join(', ')}`);
