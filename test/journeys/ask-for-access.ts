/** Asking for access and deciding by the mailed link, as people do it, and as those do who try what they should not. */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { AccessRequests } from '../../functions/access-requests/records.ts'
import { routes as requests } from '../../functions/access-requests/routes.ts'
import { functionName } from '../../infra/constructs/names.ts'
import type { Mail } from '../../infra/local/mailbox.ts'
import { hashOfToken, type Link, Links } from '../../shared/links.ts'
import type { Profile } from '../../shared/roles.ts'
import { update } from '../../shared/table/table.ts'
import { asOwner } from './local-stack.ts'
import { fieldOf, linkIn, openPage, postForm } from './people-in-town.ts'
import type { Settlement, settledDossier } from './settlers.ts'

type Dossier = Awaited<ReturnType<typeof settledDossier>>

export const tokenOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1)

export const askingIn = (settlement: Settlement, { administrator, practitioner, params }: Dossier) => {
  const { stack, town, address } = settlement

  const stateOf = async (requestId: string): Promise<string> =>
    (await administrator.call(requests.readAccessRequest, { params: { ...params, requestId } })).state

  /** The newest decision link that was mailed to somebody about an address. */
  const linkTo = async (who: { readonly email: string }, about: string, fits: (mail: Mail) => boolean = () => true) =>
    linkIn(
      await town.mailTo(
        who.email,
        (mail) => mail.text.includes('/access-decisions/') && mail.text.includes(about) && fits(mail),
      ),
      'access-decisions',
    )

  return {
    stateOf,
    linkTo,

    /** A new request with the link that its responsible was mailed. */
    async request(name: string, profile: Profile = 'client-full-access') {
      const email = address(name)
      const input = { name, email, profile, message: `${name} reprend la saisie.` }
      const { requestId } = await administrator.call(requests.requestAccess, { params, input })
      return { name, email, requestId, link: await linkTo(practitioner, email), state: () => stateOf(requestId) }
    },

    /** Fills in the form of a decision page as it is shown now. */
    async decide(link: string, fields: Readonly<Record<string, string>>) {
      const { page } = await openPage(link)
      return postForm(link, { reason: '', version: fieldOf(page, 'version'), ...fields })
    },

    /** Moves a link's end into the past. */
    async endLink(link: string): Promise<void> {
      const stored = await settlement.stored<Link>(Links, { tokenHash: hashOfToken(tokenOf(link)) })
      await settlement.write(update(Links, stored, { expiresAt: new Date(Date.now() - 1000).toISOString() }))
    },

    withdraw: (requestId: string) =>
      administrator.call(requests.withdrawAccessRequest, { params: { ...params, requestId } }),

    stored: (requestId: string) => settlement.stored(AccessRequests, { ...params, requestId }),

    forgetDeadLinks: settlement.forgetDeadLinks,

    /** Follows a link from another network address: the emulator tells all callers' as its own, so past its gateway. */
    async openFrom(
      sourceIp: string,
      token: string,
    ): Promise<{ status: number; headers: Record<string, string>; page: string }> {
      const event = {
        version: '2.0',
        routeKey: 'GET /access-decisions/{token}',
        rawPath: `/access-decisions/${token}`,
        rawQueryString: '',
        headers: { 'accept-language': 'en' },
        pathParameters: { token },
        requestContext: { http: { method: 'GET', sourceIp }, requestId: crypto.randomUUID() },
        isBase64Encoded: false,
      }
      const { Payload } = await new LambdaClient(asOwner(stack)).send(
        new InvokeCommand({ FunctionName: functionName('local', 'pages'), Payload: JSON.stringify(event) }),
      )
      const answer = JSON.parse(Buffer.from(Payload ?? []).toString()) as {
        statusCode: number
        headers: Record<string, string>
        body: string
      }
      return { status: answer.statusCode, headers: answer.headers, page: answer.body }
    },
  }
}
