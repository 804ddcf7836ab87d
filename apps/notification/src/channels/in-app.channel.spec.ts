import { describeChannel } from './channel.features.ts';
import { createInAppChannel } from './in-app.channel.ts';

describeChannel('in-app', () => {
  const shown = new Map<string, string>();
  let isAway = false;
  return Promise.resolve({
    channel: createInAppChannel(({ deliveryId, to, text }) => {
      if (isAway) return Promise.reject(new Error('the database is away'));
      if (to === 'thin-air') return Promise.resolve(false);
      shown.set(deliveryId, text);
      return Promise.resolve(true);
    }),
    to: 'an.nv',
    badAddress: 'thin-air',
    received: () => Promise.resolve([...shown].map(([deliveryId, text]) => ({ deliveryId, text }))),
    goAway: () => {
      isAway = true;
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});
