import type { Channel, Limit, UnitDocument } from '@motcua/contracts';
import type { Random } from '../../invention/random.ts';
import { apportion } from '../../invention/apportion.ts';
import { type ScenarioSize, toCommuneQuotas, toDistrictQuotas } from './article-quotas.ts';
import { type MixEntry, procedureMix, verifiedLimits } from './procedure-mix.ts';
import { getProcedure, type ScenarioWorld } from './scenario-world.ts';

/** Who asks for what, where and how; nothing has happened yet. */
export interface DossierPlan {
  readonly unit: UnitDocument;
  readonly procedure: string;
  readonly channel: Channel;
  readonly limit: Limit;
  /** The limit differs from the catalogue's, for the matter needs verification. */
  readonly verified: boolean;
}

/** Every dossier of the scenario. Channels and procedures are exact shares; which commune gets which is drawn. */
export function planDossiers(world: ScenarioWorld, random: Random, size: ScenarioSize): DossierPlan[] {
  const district = toDistrictQuotas(size);
  const commune = toCommuneQuotas(size);
  const atDistrict = [
    ...ask(procedureMix.districtFull, district.full, 'online'),
    ...ask(procedureMix.districtPartial, district.partial, 'online'),
    ...ask(procedureMix.districtOffline, district.offline, 'offline'),
  ].map((request) => toPlan(world, random, world.district, request));
  const requests = random.shuffle([
    ...ask(procedureMix.communeOnline, commune.online, 'online'),
    ...ask(procedureMix.communeOffline, commune.offline, 'offline'),
  ]);
  const hosts = shareAmongCommunes(world, random, requests.length);
  const atCommunes = requests.map((request, index) => toPlan(world, random, hosts[index] ?? world.district, request));
  return [...atDistrict, ...atCommunes];
}

interface Request {
  readonly procedure: string;
  readonly way: 'online' | 'offline';
}

function ask(mix: readonly MixEntry[], total: number, way: Request['way']): Request[] {
  const shares = apportion(
    total,
    mix.map(({ weight }) => weight),
  );
  return mix.flatMap(({ procedure }, index) => Array.from({ length: shares[index] ?? 0 }, () => ({ procedure, way })));
}

/** The town is the largest by far; the communes differ by seed. */
function shareAmongCommunes({ communes }: ScenarioWorld, random: Random, total: number): UnitDocument[] {
  const weights = communes.map(({ name }) => (name.vi.toLowerCase().startsWith('thị trấn') ? 1.9 : 0.65 + random.next() * 0.8));
  const shares = apportion(total, weights);
  return random.shuffle(communes.flatMap((commune, index) => Array.from({ length: shares[index] ?? 0 }, () => commune)));
}

function toPlan(world: ScenarioWorld, random: Random, unit: UnitDocument, { procedure, way }: Request): DossierPlan {
  const verification = verifiedLimits[procedure];
  const verified = verification !== undefined && random.chance(verification.share);
  const limit: Limit | null = verified
    ? { amount: verification.amount, unit: 'working-day' }
    : getProcedure(world, procedure).limit;
  if (limit === null) throw new Error(`The catalogue gives no limit for ${procedure}.`);
  return { unit, procedure, limit, verified, channel: way === 'online' ? 'online' : toOfflineChannel(random) };
}

const toOfflineChannel = (random: Random): Channel => (random.chance(0.06) ? 'postal' : 'in-person');
