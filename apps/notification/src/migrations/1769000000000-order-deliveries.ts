import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deliveries of one dossier to one recipient go in the order in which they were planned, and none that a later event made untrue. */
export class OrderDeliveries1769000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification.delivery
      ADD position bigint GENERATED ALWAYS AS IDENTITY,
      ADD overtaken_by text,
      ADD overtaken_id text,
      DROP CONSTRAINT delivery_state_check,
      ADD CONSTRAINT delivery_state_check
        CHECK (state IN ('pending', 'sending', 'accepted', 'delivered', 'failed', 'expired', 'overtaken')),
      ADD CONSTRAINT delivery_untrue_is_not_sent CHECK (overtaken_by IS NULL OR state <> 'pending')`);
    await runner.query(`COMMENT ON COLUMN notification.delivery.position IS 'The order in which deliveries were planned.'`);
    await runner.query(
      `COMMENT ON COLUMN notification.delivery.overtaken_by IS 'Name of the event that made it untrue; overtaken_id is its id.'`,
    );
    await runner.query(`CREATE INDEX delivery_in_turn ON notification.delivery (dossier_id, recipient, position)
      WHERE state IN ('pending', 'sending') AND dossier_id IS NOT NULL`);
    await runner.query(`CREATE INDEX delivery_overtaken ON notification.delivery (overtaken_id) WHERE overtaken_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE notification.delivery SET state = 'expired', reason = 'overtaken' WHERE state = 'overtaken'`);
    await runner.query('DROP INDEX notification.delivery_overtaken');
    await runner.query('DROP INDEX notification.delivery_in_turn');
    await runner.query(`ALTER TABLE notification.delivery
      DROP CONSTRAINT delivery_untrue_is_not_sent,
      DROP CONSTRAINT delivery_state_check,
      ADD CONSTRAINT delivery_state_check CHECK (state IN ('pending', 'sending', 'accepted', 'delivered', 'failed', 'expired')),
      DROP position, DROP overtaken_by, DROP overtaken_id`);
  }
}
