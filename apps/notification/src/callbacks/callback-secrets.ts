/** Of each provider; absent: its callbacks are not believed. */
export interface CallbackSecrets {
  readonly sms: string | undefined;
  readonly zalo: string | undefined;
}

/** `@Inject(CALLBACK_SECRETS) secrets: CallbackSecrets` */
export const CALLBACK_SECRETS = Symbol('CALLBACK_SECRETS');
