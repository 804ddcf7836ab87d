import { serve } from '@motcua/service';
import { AppModule } from './app.module.ts';
import { readConfig, service as name } from './config.ts';
import { openApi } from './http/open-api.ts';

await serve({ name, readConfig, openApi, toModule: (config) => AppModule.forRoot({ config }) });
