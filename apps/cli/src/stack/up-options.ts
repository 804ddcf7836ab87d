/** What `motcua up` is told. */
export interface UpOptions {
  readonly simulate: boolean;
  readonly scenario: boolean;
  readonly detach?: boolean;
  readonly json?: boolean;
  /** What the timers take for the present moment. */
  readonly clock?: Date;
}
