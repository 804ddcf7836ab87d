import type { FastifyHelmetOptions } from '@fastify/helmet';

const self = ["'self'"];
const none = ["'none'"];

/**
 * For what we serve ourselves; a service's page brings its own policy. No script and no style stands in a page, nobody frames us, and
 * nothing is loaded from elsewhere.
 */
export const securityHeaders: FastifyHelmetOptions = {
  // Whether this is reached over TLS is decided before it; a page must work without.
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: self,
      baseUri: none,
      connectSrc: self,
      fontSrc: self,
      formAction: self,
      frameAncestors: none,
      imgSrc: ["'self'", 'data:'],
      objectSrc: none,
      scriptSrc: self,
      scriptSrcAttr: none,
      styleSrc: self,
    },
  },
  xFrameOptions: { action: 'deny' },
};
