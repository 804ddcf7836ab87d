/**
 * What browsers may do with our pages: show them, and send their forms here and nowhere else. After a sign-in a form leads on to the
 * gateway, which browsers count as a target of the form. The provider adds the hash of its one script where it sends it.
 */
export const toPolicyHeaders = (gateway: string): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    `form-action 'self' ${gateway}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
});
