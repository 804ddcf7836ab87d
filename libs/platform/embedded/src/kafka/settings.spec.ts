import { describe, expect, it } from '@jest/globals';
import { toServerProperties } from './settings.ts';

describe('toServerProperties', () => {
  const properties = toServerProperties({ dataDir: 'C:\\stack\\kafka', ports: { client: 9001, controller: 9002 } });

  it('lets clients and the controller listen on loopback only', () => {
    expect(properties).toContain('\nlisteners=PLAINTEXT://127.0.0.1:9001,CONTROLLER://127.0.0.1:9002\n');
    expect(properties).toContain('\ncontroller.quorum.voters=1@127.0.0.1:9002\n');
  });

  it('tells clients another address than its own where somebody stands before it', () => {
    const led = toServerProperties({
      dataDir: '/stack',
      ports: { client: 9001, controller: 9002 },
      advertised: '127.0.0.1:9100',
    });
    expect(led).toContain('\nlisteners=PLAINTEXT://127.0.0.1:9001,');
    expect(led).toContain('\nadvertised.listeners=PLAINTEXT://127.0.0.1:9100\n');
  });

  it('writes a Windows folder without escapes', () => {
    expect(properties).toContain('\nlog.dirs=C:/stack/kafka\n');
  });
});
