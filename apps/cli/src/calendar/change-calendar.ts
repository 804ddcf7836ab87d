import { CalendarChangePreview, CalendarChangeProgress, type CalendarDocument } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatCount, CliError } from '@motcua/terminal';
import { type GatewayClient, toCliError, isAway, retryWhileAway } from '@motcua/client';

const POLL_MS = 200;
/** How long a new version may take from the catalogue to dossier-intake. */
const TIMEOUT_MS = 60_000;

export async function previewChange(client: GatewayClient, calendar: CalendarDocument): Promise<CalendarChangePreview> {
  const body = { calendar, apply: false };
  return CalendarChangePreview.parse(await client.request('/v1/calendar-changes', { method: 'POST', body }));
}

/** Puts the document into the catalogue, from where every service learns of it. @returns whether it was new there */
export function putCalendar(client: GatewayClient, calendar: CalendarDocument): Promise<boolean> {
  return retryWhileAway(async () => {
    const path = `/v1/calendars/${encodeURIComponent(calendar.id)}`;
    const response = await client.fetch(path, { method: 'PUT', body: calendar });
    const text = await response.text();
    if (!response.ok) throw toCliError(response, text);
    return response.status === 201;
  });
}

/** Follows the re-dating to its end; `say` hears how far it is. A service that is away for a moment is waited for. */
export async function followChange(
  client: GatewayClient,
  { id, version }: CalendarDocument,
  say: (detail: string) => void,
): Promise<CalendarChangeProgress> {
  let answeredAt = Date.now();
  for (;;) {
    const progress = await findProgress(client, { calendar: id, version });
    if (progress === undefined) {
      if (Date.now() - answeredAt > TIMEOUT_MS) throw notSpread(id, version);
    } else {
      answeredAt = Date.now();
      if (progress.state === 'done' || progress.state === 'superseded') return progress;
      say(toDetail(progress));
    }
    await sleep(POLL_MS);
  }
}

/** undefined while the version has not arrived, or somebody does not answer. */
async function findProgress(
  client: GatewayClient,
  query: { readonly calendar: string; readonly version: number },
): Promise<CalendarChangeProgress | undefined> {
  try {
    const response = await client.fetch('/v1/calendar-changes', { query });
    const text = await response.text();
    if (response.ok) return CalendarChangeProgress.parse(JSON.parse(text));
    if (response.status === 404) return undefined;
    throw toCliError(response, text);
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  }
}

function toDetail({ state, planned, done, skipped }: CalendarChangeProgress): string {
  if (state === 'planning') return 'finding the dossiers that move';
  const passed = done + skipped;
  const share = planned === 0 ? 100 : Math.floor((100 * passed) / planned);
  return `${toBar(share)} ${String(share)} % · ${formatCount(passed)} of ${formatCount(planned)} dossiers`;
}

const BAR = 20;

function toBar(share: number): string {
  const full = Math.round((share * BAR) / 100);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}

const notSpread = (id: string, version: number): CliError =>
  new CliError({
    code: 'calendar.not-spread',
    message: `dossier-intake has not learnt of version ${String(version)} of ${id} within ${String(TIMEOUT_MS / 1000)} s.`,
    hint: 'motcua status; the version is in the catalogue, and the command may be repeated',
  });
