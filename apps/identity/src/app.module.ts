import { ServiceModule, type ServiceDefinition, type TopicNames } from '@motcua/service';
import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.ts';
import { AdministrationModule } from './administration/administration.module.ts';
import { AttemptsModule } from './attempts/attempts.module.ts';
import { schema, service as name, type Config } from './config.ts';
import { FirstAccountsModule } from './first-accounts/first-accounts.module.ts';
import { identityKeys } from './keys/keys.module.ts';
import { identityMigrations as migrations } from './migrations/migrate-identity.ts';
import { ProviderModule } from './provider/provider.module.ts';
import { SecondFactorModule } from './second-factor/second-factor.module.ts';
import { SignInModule } from './sign-in/sign-in.module.ts';
import { StaffPlaces } from './staff/staff-places.ts';
import { StaffModule } from './staff/staff.module.ts';

export interface IdentityOptions {
  readonly config: Config;
  readonly topicNames?: TopicNames;
  readonly now?: () => number;
}

const definition: ServiceDefinition = {
  name,
  schema,
  migrations,
  topics: [],
  // Whoever is not staff signs in without the catalogue; of whom it knows nothing, nothing is taken.
  reference: { data: StaffPlaces, kinds: ['staff'], mayLack: ['staff'], guard: 'none' },
  keepsAnswers: true,
};

@Module({})
export class AppModule {
  static forRoot({ config, topicNames, now }: IdentityOptions): DynamicModule {
    const service = ServiceModule.forRoot(definition, { config, topicNames, now });
    const features = [AccountsModule, SecondFactorModule, AttemptsModule, ProviderModule, SignInModule, AdministrationModule];
    return { module: AppModule, imports: [service, identityKeys, ...features, StaffModule, FirstAccountsModule] };
  }
}
