import { SetMetadata } from '@nestjs/common';
import type { Action } from '../rules/rules.ts';

export type RouteActions = readonly [Action, ...Action[]];

export const requiresKey = 'motcua:requires';

/**
 * A handler or controller, and what it does: the guard lets in who may do any of it to something. To which unit, person or dossier it is
 * done is the handler's own question (`requirePermission`), but for actions that reach everything.
 */
export const Requires = (...actions: RouteActions) => SetMetadata(requiresKey, actions);
