/** `@Inject(STORE) store: ContentStore` */
export const STORE = Symbol('STORE');
/** `@Inject(RETENTION_TERMS) terms: RetentionTerms` */
export const RETENTION_TERMS = Symbol('RETENTION_TERMS');
