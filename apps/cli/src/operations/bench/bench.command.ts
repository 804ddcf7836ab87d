import { Command } from 'commander';
import { createIdleBenchCommand } from './idle.command.ts';
import { createServiceBenchCommand } from './service-bench.ts';

/** `motcua bench <name>`: each runs its baseline in the same call and prints the ratio. See docs/benchmarks.md. */
export function createBenchCommand(): Command {
  return new Command('bench')
    .description('Measures the product against a baseline in the same call.')
    .addCommand(
      createServiceBenchCommand({
        name: 'projection',
        script: 'apps/kpi-aggregator/dist/bench/projection.js',
        description:
          'Events a second through the projection, against Nest’s own Kafka transport with one transaction an event (baseline) and\n' +
          'kafkajs consume + JSON.parse of the same topic (limit). Figures are checked afterwards: exit 1 and ratios 0 if one is wrong.\n' +
          'Starts a PostgreSQL and a Kafka of its own unless DATABASE_URL (an administrator’s) and KAFKA_BROKERS are given.',
        needs: ['kafka'],
        counts: [{ name: 'events', what: 'events in the topic', preset: '300000' }],
        example: '--events 100000',
      }),
    )
    .addCommand(
      createServiceBenchCommand({
        name: 'digitization',
        script: 'apps/kpi-aggregator/dist/bench/digitization.js',
        description:
          'Digitization events a second through the projection while dossier events and overdue causes come too, against the projection of the\n' +
          'dossier events alone (baseline), and all three together. Figures are checked afterwards: exit 1 and ratios 0 if one is wrong.\n' +
          'Starts a PostgreSQL and a Kafka of its own unless DATABASE_URL (an administrator’s) and KAFKA_BROKERS are given.',
        needs: ['kafka'],
        counts: [{ name: 'events', what: 'dossier events, and as many digitization events', preset: '100000' }],
        example: '--events 20000',
      }),
    )
    .addCommand(
      createServiceBenchCommand({
        name: 'timers',
        script: 'apps/sla-timer/dist/bench/timers.js',
        description:
          'Bytes a timer, arming, re-arming, and how fast a herd that is due in one minute is fired, against BullMQ’s delayed jobs on Redis\n' +
          '(baseline). Starts a PostgreSQL of its own unless DATABASE_URL (an administrator’s) is given; the baseline needs a Redis.',
        needs: ['redis'],
        counts: [
          { name: 'timers', what: 'pending timers', preset: '2000000' },
          { name: 'herd', what: 'of them due in one minute', preset: '200000' },
        ],
        example: '--timers 200000 --herd 20000',
      }),
    )
    .addCommand(
      createServiceBenchCommand({
        name: 'notify',
        script: 'apps/notification/dist/bench/notify.js',
        description:
          'Deliveries a second through rows and queue, on Redis and on PostgreSQL, to a provider’s double that answers in 20 ms; against a loop\n' +
          'that sends directly, as many at a time (baseline). Starts a PostgreSQL of its own unless DATABASE_URL (an administrator’s) is given.',
        needs: ['redis'],
        counts: [{ name: 'deliveries', what: 'deliveries to send', preset: '20000' }],
        example: '--deliveries 5000',
      }),
    )
    .addCommand(
      createServiceBenchCommand({
        name: 'upload',
        script: 'apps/digitization-tracker/dist/bench/upload.js',
        description:
          'Uploads and megabytes a second through digitization-tracker, four clients at a time, with files of 200 kB and of 10 MB; against a\n' +
          'server that streams the same bytes to the same disk and forces them there (baseline). Every file is checked afterwards: exit 1 and\n' +
          'ratios 0 if one is lost, doubled or damaged. Starts a PostgreSQL and a Kafka of its own unless DATABASE_URL (an administrator’s)\n' +
          'and KAFKA_BROKERS are given; files lie in the folder for temporary files.',
        needs: ['kafka'],
        counts: [
          { name: 'small', what: 'files of 200 kB', preset: '400' },
          { name: 'large', what: 'files of 10 MB', preset: '40' },
        ],
        example: '--small 40 --large 4',
      }),
    )
    .addCommand(
      createServiceBenchCommand({
        name: 'sealing',
        script: 'apps/digitization-tracker/dist/bench/sealing.js',
        description:
          'What encryption costs an upload: CPU and wall time a file of 200 kB, 2 MB and 20 MB, staged, read once and kept in a folder, sealed;\n' +
          'against the same steps in clear (baseline), in turns. Every file is checked: exit 1 and ratios 0 if one is lost, doubled or damaged.\n' +
          'Starts a PostgreSQL of its own unless DATABASE_URL (an administrator’s) is given; files lie in the folder for temporary files.',
        needs: [],
        counts: [
          { name: 'megabytes', what: 'megabytes of each size in a round', preset: '100' },
          { name: 'rounds', what: 'times that both are measured', preset: '3' },
        ],
        example: '--megabytes 20 --rounds 1',
      }),
    )
    .addCommand(
      createServiceBenchCommand({
        name: 'events-upload',
        script: 'apps/dossier-intake/dist/bench/events-upload.js',
        description:
          'One long NDJSON upload of events to dossier-intake, made as it is sent: bytes, seconds, and the service’s resident memory after each\n' +
          'quarter and at most, against its start. Exit 1 if an event is missing. Starts a PostgreSQL and a Kafka of its own unless DATABASE_URL\n' +
          '(an administrator’s) and KAFKA_BROKERS are given; 2 GB take some 5 GB of disk.',
        needs: ['kafka'],
        counts: [
          { name: 'megabytes', what: 'megabytes to send', preset: '2000' },
          { name: 'line', what: 'bytes of a line', preset: '2000' },
        ],
        example: '--megabytes 100',
      }),
    )
    .addCommand(createIdleBenchCommand());
}
