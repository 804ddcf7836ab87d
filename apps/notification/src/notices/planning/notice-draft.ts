import type { NoticeAudience, NoticeChannel, NoticeLanguage, NoticeRecipient, Urgency } from '@motcua/contracts';
import type { NoticeSubject } from '../events/notifiable-event.ts';

/** A notice that was decided and not yet written. */
export interface NoticeDraft {
  readonly subject: NoticeSubject;
  readonly rule: string;
  readonly audience: NoticeAudience | null;
  readonly recipient: NoticeRecipient;
  /** The unit he works in, of staff. */
  readonly home?: string;
  readonly language: NoticeLanguage;
  readonly template: string;
  readonly class: 'mandatory' | 'optional';
  readonly urgency: Urgency;
  /** When it may go out, epoch ms. */
  readonly sendAt: number;
  readonly expiresAt: number;
  /** One delivery each; none for who is not there. */
  readonly chains: readonly (readonly NoticeChannel[])[];
  /** What the template is filled with: no contact, no personal data. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of a webhook: the event as it came. */
  readonly event?: unknown;
  /** It stands for many of a group, and lists them. */
  readonly isCoalesced?: boolean;
}
