import { roles, type Actor } from '@motcua/auth';

interface Lie {
  readonly home: string;
  /** Where it was received, if another unit has answered for it since. */
  readonly cameFrom?: string;
  /** Who handles it, if that is another unit. */
  readonly handedTo?: string;
  /** A unit that it could go to. */
  readonly other: string;
  readonly reached: readonly string[];
}

/** Where a dossier lies, and from where it is reached: written by hand. Nobody of another unit comes near it. */
export const objects = {
  'a dossier of the commune': { home: 'dong-xuan', other: 'khai-xuan', reached: ['dong-xuan', 'thanh-ba', 'phu-tho'] },
  'one that a department has in hand': {
    home: 'dong-xuan',
    handedTo: 'phong-tu-phap',
    other: 'khai-xuan',
    reached: ['dong-xuan', 'phong-tu-phap', 'thanh-ba', 'phu-tho'],
  },
  'one that the commune had before, of its neighbour': {
    home: 'khai-xuan',
    cameFrom: 'dong-xuan',
    other: 'dong-xuan',
    reached: ['khai-xuan', 'thanh-ba', 'phu-tho'],
  },
  'one that the commune had before, of the district': {
    home: 'thanh-ba',
    cameFrom: 'dong-xuan',
    other: 'khai-xuan',
    reached: ['thanh-ba', 'phu-tho'],
  },
  'one of a training course': { home: 'tap-huan', other: 'tap-huan', reached: ['tap-huan'] },
} as const satisfies Readonly<Record<string, Lie>>;
export type ObjectName = keyof typeof objects;
export const lieOf = (name: ObjectName): Lie => objects[name];
export const objectNames = Object.keys(objects) as ObjectName[];

/** A unit is approved above the one that loses the dossier and above the one that gets it. */
export const listAboveBoth = (name: ObjectName): readonly string[] =>
  lieOf(name).home === 'thanh-ba' ? ['phu-tho'] : ['thanh-ba', 'phu-tho'];

const units = ['dong-xuan', 'khai-xuan', 'phong-tu-phap', 'thanh-ba', 'phu-tho', 'tap-huan'];

/** Everybody in every unit, and an administrator who is bound to none. */
export const people: readonly Actor[] = [
  ...roles.flatMap((role) =>
    units.map((unit) => ({
      sub: `${role}-of-${unit}`,
      role,
      unit,
      ...(role === 'source' ? { source: 'urn:legacy:one-stop' } : {}),
    })),
  ),
  { sub: 'admin-of-all', role: 'admin' },
];
