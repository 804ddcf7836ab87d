import { serve } from '@motcua/service';
import { AppModule } from './app.module.ts';
import { readConfig } from './config.ts';
import { openApi, serviceName as name } from './service.ts';

await serve({ name, readConfig, openApi, toModule: (config) => AppModule.forRoot({ config }) });
