import { publicKey } from '@motcua/auth';
import { Inject, Injectable, RequestMethod, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Action } from '../rules/rules.ts';
import { requiresKey, type RouteActions } from './requires.decorator.ts';

/** Where Nest keeps what `@Controller` and `@Get` say; it names them in a module that is not its entry. */
const PATH_METADATA = 'path';
const METHOD_METADATA = 'method';

/** A route of a service and the rule it names. */
export interface RuledRoute {
  /** Such as `GET /v1/dossiers/:id`. */
  readonly route: string;
  /** Any of which lets in; `public`: whoever asks. Undefined: it names none. */
  readonly actions: readonly Action[] | 'public' | undefined;
}

/** Every route of the service with its rule. One without keeps the service from starting: nobody has decided whom it is for. */
@Injectable()
export class RouteRules implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const unruled = this.list().filter(({ actions }) => actions === undefined);
    if (unruled.length === 0) return;
    const names = unruled.map(({ route }) => route).join(', ');
    throw new Error(`No rule says who may ask for ${names}: give the handler @Requires('<action>') or @Public().`);
  }

  list(): RuledRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => this.#ofController(metatype as Type));
  }

  #ofController(controller: Type): RuledRoute[] {
    const prototype = controller.prototype as Readonly<Record<string, object>>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] as () => unknown;
      const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const prefix = this.reflector.get<string>(PATH_METADATA, controller);
      const path = toPath(prefix, this.reflector.get<string>(PATH_METADATA, handler));
      return [{ route: `${RequestMethod[method]} ${path}`, actions: this.#ruleOf(handler, controller) }];
    });
  }

  #ruleOf(handler: () => unknown, controller: Type): RuledRoute['actions'] {
    const places = [handler, controller];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicKey, places) === true) return 'public';
    return this.reflector.getAllAndOverride<RouteActions | undefined>(requiresKey, places);
  }
}

const toPath = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
