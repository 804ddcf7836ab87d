import { ProblemError } from '@motcua/http';
import { Inject, Injectable, SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

const key = Symbol('needs no reference data');

/** What `ReferenceGuard` asks: a service provides here what it knows the catalogue by. */
export const REFERENCE = Symbol('REFERENCE');

/** Marks a route or a controller whose answers do not rest on the reference data. */
export const NeedsNoReference = (): CustomDecorator<symbol> => SetMetadata(key, true);

/**
 * Turns requests away (503, come again) until the reference data have been read. A service listens at once; with half of a history
 * it would not know that something is missing: it would refuse a unit that exists, or count by a calendar that has been replaced.
 */
@Injectable()
export class ReferenceGuard implements CanActivate {
  constructor(
    @Inject(REFERENCE) private readonly reference: { readonly isLoaded: boolean },
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const isFree = this.reflector.getAllAndOverride<boolean | undefined>(key, [context.getHandler(), context.getClass()]);
    if (isFree === true || context.getType() !== 'http' || this.reference.isLoaded) return true;
    throw new ProblemError({
      status: 503,
      code: 'reference.being-read',
      titles: {
        vi: 'Dịch vụ đang đọc danh mục, vui lòng thử lại sau giây lát',
        en: 'The reference data are still being read, try again in a moment',
      },
      detail: {
        vi: 'Dịch vụ vừa khởi động và chưa làm gì: hãy thực hiện lại.',
        en: 'The service has just started. Send the same request again; nothing was done.',
      },
      headers: { 'retry-after': '1' },
    });
  }
}
