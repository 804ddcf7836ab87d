import { describe, expect, it } from '@jest/globals';
import { toProblem } from '@motcua/http';
import { forbidden } from './index.ts';

describe('a refusal', () => {
  it('says in both languages who could do it', () => {
    expect(toProblem(forbidden('dossiers.extend'), 'vi')).toMatchObject({
      status: 403,
      code: 'auth.forbidden',
      title: 'Không có quyền',
      detail: 'Việc gia hạn hồ sơ dành cho trưởng đơn vị hoặc quản trị viên của đơn vị này hoặc đơn vị cấp trên.',
      details: { en: 'To extend a dossier takes a head or an administrator of the unit or of one above it.' },
      permittedTo: ['head', 'admin'],
      actions: ['dossiers.extend'],
    });
  });

  it('names services and legacy systems where they are meant', () => {
    expect(forbidden('ratings.read').message).toBe(
      'To read ratings takes a counter officer, a specialist, a head, a leader, a delegation or an administrator of the unit or of one above it; a service with the scope ratings:read.',
    );
    expect(forbidden('log.follow').message).toBe(
      'To follow the log takes an administrator bound to no unit; a legacy system (role "source"), of its own source and unit.',
    );
  });
});
