import { serve } from '@motcua/service';
import { AppModule } from './app.module.ts';
import { readConfig, service as name } from './config.ts';
import { openApi } from './http/open-api.ts';

/** Lists of thousands of procedures come in one request. */
const bodyLimit = 8 * 1_048_576;

await serve({ name, readConfig, openApi, bodyLimit, toModule: (config) => AppModule.forRoot({ config }) });
