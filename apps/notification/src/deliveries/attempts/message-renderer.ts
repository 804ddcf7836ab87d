import type { ChannelName } from '../../channels/channel.port.ts';

export interface RenderRequest {
  readonly template: string;
  readonly version: number;
  readonly language: 'vi' | 'en';
  readonly channel: ChannelName;
  readonly variables: unknown;
}

export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The variables as they are shown. */
  readonly values: Readonly<Record<string, string>>;
}

/** Makes a text of a template. Throws an error with a stable `code` and no value in its message where that cannot be. */
export interface MessageRenderer {
  render(request: RenderRequest): Rendered;
}
