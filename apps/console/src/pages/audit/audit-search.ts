import { apiServices, type ApiService } from '@motcua/contracts/api-services';

/** What the address of the audit log says beside the period. What was searched for by somebody never stands in it. */
export interface AuditSearch {
  readonly tab?: 'chain';
  readonly service?: ApiService;
  /** Who. */
  readonly sub?: string;
  /** What, in the words of the table of access. */
  readonly action?: string;
  /** Id of a dossier, or code of a unit. */
  readonly about?: string;
}

/** Reads an address; what is not understood is left out. */
export function readAuditSearch({ tab, service, sub, action, about }: Readonly<Record<string, unknown>>): AuditSearch {
  const known = apiServices.find((one) => one === service);
  return {
    ...(tab === 'chain' ? { tab } : {}),
    ...(known === undefined ? {} : { service: known }),
    ...(isText(sub) ? { sub } : {}),
    ...(isText(action) ? { action } : {}),
    ...(isText(about) ? { about } : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
