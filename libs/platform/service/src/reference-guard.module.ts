import { ReferenceGuard } from '@motcua/reference';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

/** The guard on every route. A module of its own: guards stand in the order of their modules, and that of people comes first. */
@Module({ providers: [{ provide: APP_GUARD, useClass: ReferenceGuard }] })
export class ReferenceGuardModule {}
