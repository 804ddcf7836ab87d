import type { forms as vi } from '../vi/forms.ts';

export const forms: typeof vi = {
  title: 'Forms',
  none: 'There is no form yet: one comes with a receipt, a supplement request, a refusal, an apology or a stop.',
  about: 'Form {{number}}, {{circular}} · {{at}}',
  receipt: 'Receipt (PDF)',
  newTab: '(opens in a new tab)',
};
