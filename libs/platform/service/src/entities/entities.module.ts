import { EntitySource } from '@motcua/postgres/entities';
import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { POOL } from '../tokens.ts';

/**
 * TypeORM for the tables of a service that are not hot, as users of @nestjs/typeorm know it: imported once, by the app module; features
 * import `TypeOrmModule.forFeature([…])` and are given `@InjectRepository(…)`. On the service's own pool.
 */
@Module({})
export class EntitiesModule {
  static forRoot(schema: string): DynamicModule {
    const core = TypeOrmModule.forRootAsync({
      inject: [POOL],
      useFactory: (pool: Pool) => ({ type: 'postgres', autoLoadEntities: true, extra: { pool } }),
      // The entities of all features are among the options by then.
      dataSourceFactory: (options) => {
        const { pool } = options?.extra as { readonly pool: Pool };
        return Promise.resolve(new EntitySource({ pool, schema, entities: options?.entities ?? [] }));
      },
    });
    return { module: EntitiesModule, imports: [core] };
  }
}
