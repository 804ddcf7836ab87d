import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeAdministration } from './administration/administration.features.ts';
import { describeTakeAlong } from './board/take-along.features.ts';
import { describeBoard } from './board/board.features.ts';
import { launchBrowser } from './browser/launch-browser.ts';
import { describeDesk } from './desk/desk.features.ts';
import { describeTraining } from './desk/training.features.ts';
import { describeReturns } from './desk/returns.features.ts';
import { describeApplicant } from './dossier/applicant.features.ts';
import { describeDoor } from './door/door.features.ts';
import { describeWall } from './door/wall.features.ts';
import { describePages } from './pages/pages.features.ts';
import { People } from './people/people.ts';
import { describeReport } from './report/report.features.ts';
import { startConsoleStack, type ConsoleStack } from './stack/console-stack.ts';
import { describeAbsence } from './worklist/absence.features.ts';
import { describeHead } from './worklist/head.features.ts';
import { describeUndo } from './worklist/undo.features.ts';
import { describeWork } from './worklist/work.features.ts';

/** One stack and one browser for all of it: they take longer to start than any of this. */
describe('the console in a browser', () => {
  let stack: ConsoleStack;
  let browser: Browser;
  let people: People;
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startConsoleStack(), launchBrowser()]);
    people = new People(browser, stack);
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  }, 60_000);
  // No page says anything in the browser's console, breaks the policy or asks for what it does not get.
  afterEach(() => {
    expect(people.takeComplaints()).toEqual([]);
  });

  describeDoor(() => people);
  describeWall(() => people);
  describeBoard(() => people);
  describeTakeAlong(() => people);
  describeDesk(() => people);
  describeTraining(() => people);
  describeReturns(() => people);
  describeWork(() => people);
  describeUndo(() => people);
  describeHead(() => people);
  describeApplicant(() => people);
  describeAbsence(() => people);
  describeReport(() => people);
  describeAdministration(() => people);
  describePages(() => people, process.env['BROWSER_TESTS'] === 'whole');
});
