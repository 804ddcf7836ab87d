import { noticeChannels, type DeliveryView, type Notice } from '@motcua/contracts';
import pc from 'picocolors';
import { toLocalMinute } from '@motcua/terminal/local-minute';
import { audienceNames, toDeliveryWords, toEventWords } from './notice-words.ts';

/** The proof of delivery of a dossier: who was told what, when, why, by which version of which template, and what was answered. */
export function toTraceLines(notices: readonly Notice[]): string[] {
  return notices.length === 0 ? [pc.dim('chưa ai được báo / nobody was told')] : notices.flatMap(toNoticeLines);
}

function toNoticeLines(notice: Notice): string[] {
  const { createdAt, timeZone, event, why, recipient, audience, rule, readAt, coalescedInto } = notice;
  const role = audience === null ? 'webhook' : audienceNames[audience];
  const who = recipient.kind === 'nobody' ? pc.red(`không có ai ở ${recipient.id} / nobody in ${recipient.id}`) : recipient.id;
  const reason = why === null ? '' : pc.dim(` (${why})`);
  return [
    `${toLocalMinute(createdAt, timeZone)}  ${pc.bold(toEventWords(event))}${reason} → ${who}, ${role} ${pc.dim(`· ${rule}`)}`,
    ...notice.deliveries.flatMap((delivery) => toDeliveryLines(delivery, timeZone)),
    ...(coalescedInto === null ? [] : [pc.dim(`    gộp vào thông báo / told in the list of ${coalescedInto}`)]),
    ...(readAt === null ? [] : [pc.dim(`    đã đọc / read ${toLocalMinute(readAt, timeZone)}`)]),
  ];
}

function toDeliveryLines(delivery: DeliveryView, timeZone: string): string[] {
  const { templateId, templateVersion, language, state, notBefore, reason, overtakenBy, attempts } = delivery;
  const waits = state === 'pending' && notBefore !== null ? ` từ / from ${toLocalMinute(notBefore, timeZone)}` : '';
  const by = (overtakenBy ?? null) === null ? '' : ` do / by ${toEventWords(overtakenBy ?? '')}`;
  return [
    `    ${toDeliveryWords(delivery)}${waits}${by}${reason === null ? '' : pc.red(` ${reason}`)} ${pc.dim(`· ${templateId} v${templateVersion} ${language} · ${delivery.id}`)}`,
    ...attempts.map(
      ({ at, channel, outcome, answer }) =>
        `      ${pc.dim(toLocalMinute(at, timeZone))} ${noticeChannels[channel]}: ${outcome}${answer === '' ? '' : pc.dim(` “${answer}”`)}`,
    ),
  ];
}
