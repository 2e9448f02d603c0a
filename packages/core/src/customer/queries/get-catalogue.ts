import type { Ctx } from '../../kernel/index.ts'
import { withTenant } from '../../platform/index.ts'
import { currentRelease, listTenants } from '../../tenancy/index.ts'
import type { AgenciesOutput, CatalogueOutput } from '../schemas.ts'

/** What may be asked of the agency today: areas and their services from its release. Open to everybody. */
export async function getCatalogue(ctx: Ctx): Promise<CatalogueOutput> {
  return withTenant(ctx, async (tx) => {
    const { hash, version, customer } = await currentRelease(tx)
    return {
      release: { hash, version },
      areas: customer.areas.map((area) => ({
        ...area,
        services: customer.services
          .filter((service) => service.area === area.key)
          .map(({ key, name, description, petitionType, period, form }) => ({
            key,
            name,
            description,
            petitionType,
            period,
            form: form ?? null,
          })),
      })),
    }
  })
}

/** The agencies a petition can be handed to: active ones with citizens, this one left out. */
export async function listTransferAgencies(ctx: Ctx): Promise<AgenciesOutput> {
  const all = await listTenants(ctx.db)
  const others = all.filter((one) => one.id !== ctx.tenantId && one.status === 'active' && one.kind !== 'bureau')
  return { agencies: others.map(({ slug, name }) => ({ slug, name })) }
}
