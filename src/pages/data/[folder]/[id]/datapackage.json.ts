import type { APIRoute } from 'astro'
import * as at from '#site/addresses.ts'
import { packageText } from '#site/open-data/catalogue.ts'
import { type Scope, scopes } from '#site/open-data/files.ts'

/** The tables of each inspection, register and unit as a data package of their own. */
export const getStaticPaths = () =>
  scopes()
    .filter(({ path }) => path !== at.allData)
    .map((scope) => {
      const [folder, id] = scope.path.split('/')
      return { params: { folder, id }, props: { scope } }
    })

export const GET: APIRoute<{ scope: Scope }> = async ({ props, site }) =>
  new Response(await packageText(site?.href, undefined, props.scope))
