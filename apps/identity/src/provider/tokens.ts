/** `@Inject(OIDC_PROVIDER) provider: Provider` */
export const OIDC_PROVIDER = Symbol('OIDC_PROVIDER');
