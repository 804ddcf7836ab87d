export { forbidden } from './forbidden.ts';
export { covers, may, mayAnywhere, type Subject } from './may.ts';
export { requirePermission, requirePermissionOfAny, requireSource } from './require-permission.ts';
export { AccessModule } from './routes/access.module.ts';
export { Requires, requiresKey } from './routes/requires.decorator.ts';
export { RouteRules, type RuledRoute } from './routes/route-rules.ts';
export { rules, type Action } from './rules/rules.ts';
export { findForeign, type Foreign } from './source-policy.ts';
