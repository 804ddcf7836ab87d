import { serve } from '@motcua/service';
import { AppModule } from './app.module.ts';
import { readConfig, service as name } from './config.ts';
import { bodyLimit } from './http/body-limit.ts';
import { openApi } from './http/open-api.ts';
import { acceptUploads } from './uploads/accept-uploads.ts';

const toModule = (config: ReturnType<typeof readConfig>) => AppModule.forRoot({ config });

await serve({ name, readConfig, toModule, openApi, bodyLimit, prepare: acceptUploads });
