import { SetMetadata } from '@nestjs/common';

export const publicKey = 'motcua:public';

/** A handler or controller that answers without a token. */
export const Public = () => SetMetadata(publicKey, true);
