import { serve } from '@motcua/service';
import { AppModule } from './app.module.ts';
import { readConfig, service as name } from './config.ts';
import { openApi } from './http/open-api.ts';
import { mountProvider } from './provider/mount-provider.ts';

await serve({
  name,
  readConfig,
  openApi,
  toTrustedHops: ({ TRUSTED_PROXY_HOPS }) => TRUSTED_PROXY_HOPS,
  prepare: mountProvider,
  toModule: (config) => AppModule.forRoot({ config }),
});
