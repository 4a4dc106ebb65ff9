import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Mail } from './mailbox.ts'

type Page = HtmlEscapedString | Promise<HtmlEscapedString>

/** How somebody can sign in to the demonstration. */
export interface SignIn {
  who: string
  email: string
  password: string
}

const style = raw(`
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  html { background: Canvas; color: CanvasText }
  body { max-width: 60rem; margin: 0 auto; padding: 1rem }
  @media (prefers-color-scheme: dark) { a { color: #9cc4ff } }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid GrayText; vertical-align: top }
  .scroll { overflow-x: auto }
  iframe { width: 100%; height: 36rem; border: 1px solid GrayText; background: #fff }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
  code { overflow-wrap: anywhere }
`)

function layout(title: string, body: Page): Page {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Greffe, local</title>
<style>${style}</style>
</head>
<body>
<header><nav aria-label="Pages"><a href="/">Start</a> · <a href="/mailbox">Mailbox</a> · <a href="/reference">API reference</a></nav></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`
}

export function startPage(apiUrl: string, signIns: readonly SignIn[]): Page {
  const rows = signIns.map(
    ({ who, email, password }) => html`<tr><td>${who}</td><td>${email}</td><td><code>${password}</code></td></tr>`,
  )
  return layout(
    'Greffe on this computer',
    html`<ul>
<li>The API answers at <code>${apiUrl}</code></li>
<li><a href="/reference">API reference</a>, where every operation can be tried</li>
<li><a href="/mailbox">Mailbox</a>: every mail that was sent, none of which left this computer</li>
</ul>
<h2>Demonstration sign-ins</h2>
<div class="scroll" role="region" aria-label="Demonstration sign-ins" tabindex="0"><table>
<thead><tr><th scope="col">Who</th><th scope="col">Address</th><th scope="col">Password</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`,
  )
}

export function mailboxPage(mails: readonly Mail[]): Page {
  const rows = mails.map(
    (mail) => html`<tr>
<td><time datetime="${mail.sentAt}">${mail.sentAt.slice(0, 19).replace('T', ' ')} UTC</time></td>
<td><a href="/mailbox/${encodeURIComponent(mail.id)}">${mail.subject || '(no subject)'}</a></td>
<td>${mail.to.join(', ')}</td>
<td>${mail.from}</td>
</tr>`,
  )
  if (mails.length === 0) return layout('Mailbox', html`<p>No mail has been sent yet.</p>`)
  return layout(
    'Mailbox',
    html`<p>${mails.length === 1 ? '1 mail' : `${mails.length} mails`}, newest first.</p>
<div class="scroll" role="region" aria-label="Mails" tabindex="0"><table>
<thead><tr><th scope="col">Sent</th><th scope="col">Subject</th><th scope="col">To</th><th scope="col">From</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`,
  )
}

/** Splits a text at its web addresses, so that they can be followed. */
function withLinks(text: string): Page[] {
  return text.split(/(https?:\/\/[^\s<>"')\]]+)/).map((part, index) => {
    return index % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : html`${part}`
  })
}

export function mailPage(mail: Mail): Page {
  const address = `/mailbox/${encodeURIComponent(mail.id)}/html`
  const htmlPart = html`<p><a href="${address}">The HTML part alone</a></p>
<iframe title="HTML part of the mail" src="${address}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
  return layout(
    mail.subject || '(no subject)',
    html`<p>From ${mail.from}<br>To ${mail.to.join(', ')}<br>Sent <time datetime="${mail.sentAt}">${mail.sentAt}</time></p>
<h2>HTML part</h2>
${mail.html ? htmlPart : html`<p>This mail has none.</p>`}
<h2>Text part</h2>
<pre>${withLinks(mail.text)}</pre>`,
  )
}

export const missingPage = (): Page => layout('Not found', html`<p>There is nothing at this address.</p>`)

export const referencePage = (): Page => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Greffe, local</title>
<link rel="stylesheet" href="/reference/swagger-ui.css">
</head>
<body>
<main id="reference"></main>
<script src="/reference/swagger-ui-bundle.js"></script>
<script src="/reference/start.js"></script>
</body>
</html>`

/** Without a validator address: the reference asks nothing of any other server. */
export const referenceScript = `SwaggerUIBundle({
  url: '/reference/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: true,
})
`
