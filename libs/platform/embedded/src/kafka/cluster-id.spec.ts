import { describe, expect, it } from '@jest/globals';
import { createClusterId } from './cluster-id.ts';

describe('createClusterId', () => {
  it('draws again where the id would look like an option', () => {
    const drawn = ['f8000000-0000-4000-8000-000000000000', '04000000-0000-4000-8000-000000000000'];
    expect(createClusterId(() => drawn.shift() ?? '')).toBe('BAAAAAAAQACAAAAAAAAAAA');
    expect(drawn).toEqual([]);
  });

  it('makes another one each time', () => {
    expect(createClusterId()).not.toBe(createClusterId());
  });
});
