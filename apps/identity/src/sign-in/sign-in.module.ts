import { Module } from '@nestjs/common';
import { AssetsController } from '../pages/assets.controller.ts';
import { Interactions } from './interactions.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInService } from './sign-in.service.ts';

@Module({ controllers: [AssetsController, SignInController], providers: [Interactions, SignInService] })
export class SignInModule {}
