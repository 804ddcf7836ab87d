/** Why a message cannot be made of a template; the code is stable and becomes the reason of a failed delivery. */
export type TemplateErrorCode =
  'template.unknown' | 'template.variables-invalid' | 'template.personal-data' | 'template.not-rendered';

export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(
    readonly code: TemplateErrorCode,
    /** Says what to do; never a variable's value, it may be what must not be shown. */
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
