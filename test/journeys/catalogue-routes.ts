/** Every operation of the API, as tests iterate over them: whatever a capability adds is tested with the rest. */
import { catalogue } from '../../functions/catalogue.ts'
import type { Route } from '../../shared/contract/route.ts'

export type NamedRoute = { readonly name: string; readonly route: Route }

const all: readonly NamedRoute[] = catalogue.flatMap(({ routes }) =>
  Object.values(routes).map((route: Route) => ({ name: `${route.method} ${route.path}`, route })),
)

/** Whoever calls these has signed in; the others are opened by a mailed link. */
export const signedInRoutes = all.filter(({ route }) => route.open === undefined)

export const isWrite = ({ route }: NamedRoute): boolean => route.method !== 'GET' && route.method !== 'DELETE'
