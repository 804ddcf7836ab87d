import { toLocalDate } from '@motcua/calendar';
import { findEdition, formNames, type FormName } from '@motcua/forms';
import { VIETNAM } from '../../people/unit-directory.ts';
import type { ClaimedDelivery } from '../queue/claim-deliveries.ts';
import type { FormKey } from './form-source.ts';

export interface WantedForm {
  readonly key: FormKey;
  /** What the circular of the date of receipt calls it. */
  readonly title: string;
}

type Asked = Pick<ClaimedDelivery, 'channel' | 'recipientKind' | 'dossierId' | 'variables'>;

/** The form that goes out with a notice: by mail, to the applicant, of a step that has one by its circular. */
export function findForm({ channel, recipientKind, dossierId, variables }: Asked): WantedForm | undefined {
  const { formOf, formVersion, receivedAt, occurredAt, timeZone } = variables;
  if (channel !== 'mail' || recipientKind !== 'applicant' || dossierId === null) return undefined;
  if (!isForm(formOf) || typeof formVersion !== 'number') return undefined;
  const at = Date.parse(String(receivedAt ?? occurredAt));
  if (Number.isNaN(at)) return undefined;
  const edition = findEdition(formOf, toLocalDate(typeof timeZone === 'string' ? timeZone : VIETNAM, at));
  return edition === undefined ? undefined : { key: { dossierId, form: formOf, version: formVersion }, title: edition.title };
}

const isForm = (value: unknown): value is FormName => formNames.some((form) => form === value);
