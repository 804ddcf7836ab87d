/** What of the viewer is used here; it brings no types. */
interface SwaggerUiOptions {
  readonly dom_id: string;
  readonly urls: readonly { readonly name: string; readonly url: string }[];
  readonly layout: 'StandaloneLayout';
  readonly presets: readonly unknown[];
  readonly deepLinking: boolean;
  readonly requestInterceptor: (request: {
    readonly method?: string;
    readonly headers: Record<string, string>;
  }) => Promise<unknown> | object;
}

declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  const SwaggerUi: { (options: SwaggerUiOptions): void; readonly presets: { readonly apis: unknown } };
  export default SwaggerUi;
}
declare module 'swagger-ui-dist/swagger-ui-standalone-preset.js' {
  const preset: unknown;
  export default preset;
}
