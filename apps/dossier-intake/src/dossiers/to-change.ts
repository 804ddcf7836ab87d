import type { DossierEvent } from '@motcua/dossier';

/** What is special to an event, beside the state after it. */
export function toChange(event: DossierEvent): Record<string, unknown> {
  switch (event.type) {
    case 'submitted':
    case 'received':
    case 'supplement-received':
    case 'payment-requested':
    case 'payment-made':
    case 'withdrawal-requested':
    case 'processed':
    case 'returned':
      return {};
    case 'refused':
      return { reasonCode: event.reasonCode };
    case 'transferred':
      return { fromUnit: event.fromUnit, toUnit: event.toUnit };
    case 'supplement-requested':
      return { reasonCode: event.reasonCode, ordinal: event.ordinal };
    case 'extended':
      return { reasonCode: event.reasonCode, newDue: new Date(event.extension.newDue).toISOString() };
    case 'redated':
      return {
        reasonCode: event.reasonCode,
        previousDue: event.previousDue === null ? null : new Date(event.previousDue).toISOString(),
      };
    case 'stopped':
      return { reasonCode: event.reasonCode, closedPause: event.closedPause };
    case 'reassigned':
      return { fromUnit: event.fromUnit, toUnit: event.responsible.code };
    case 'corrected':
      return { reasonCode: event.reasonCode, fields: event.fields };
  }
}
