import { NoticeChannel, NoticeLanguage, type TemplatePreview } from '@motcua/contracts';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { previewTemplate } from './notice-client.ts';
import { channelNames } from './notice-words.ts';
import { createGatewayClient } from '@motcua/client';
import { connectToGateway } from '../connection/connect-to-gateway.ts';
import { printJson, printLines, toExamples, parseCount } from '@motcua/terminal';

interface PreviewOptions {
  readonly lang: NoticeLanguage;
  readonly channel: NoticeChannel;
  readonly templateVersion?: number;
  readonly json?: boolean;
}

/** `motcua notify preview`: a template with its sample, as somebody would get it. */
export function createPreviewCommand(): Command {
  return new Command('preview')
    .description('Renders a template with its sample. Of a short message it says how many segments it costs.')
    .argument('<template>', 'id, for example received')
    .addOption(new Option('--lang <language>', 'language').choices(NoticeLanguage.options).default('vi'))
    .addOption(new Option('--channel <channel>', 'how it is sent').choices(NoticeChannel.options).default('mail'))
    .option('--template-version <number>', 'an earlier version (default: the newest)', parseCount)
    .option('--json', 'print {"id", "version", "language", "channel", "subject", "text", "html", "sms"}')
    .addHelpText(
      'after',
      toExamples('motcua notify preview received --lang vi', 'motcua notify preview due-soon --lang en --channel sms --json'),
    )
    .action(async (template: string, { lang: language, channel, templateVersion, json = false }: PreviewOptions) => {
      const client = createGatewayClient(await connectToGateway(), { role: 'admin' });
      const body = { language, channel, ...(templateVersion === undefined ? {} : { version: templateVersion }) };
      const preview = await previewTemplate(client, template, body);
      if (json) printJson(preview);
      else printLines(...toLines(preview));
    });
}

function toLines({ id, version, language, channel, subject, text, sms }: TemplatePreview): string[] {
  const size =
    sms === null ? [] : [pc.dim(`${sms.encoding}, ${sms.characters} ký tự / characters, ${sms.segments} đoạn / segments`)];
  return [
    pc.dim(`${id} v${version} · ${language} · ${channelNames[channel]}`),
    ...size,
    '',
    ...(subject === '' ? [] : [pc.bold(subject), '']),
    text,
  ];
}
