export { EntitiesModule } from './entities.module.ts';
