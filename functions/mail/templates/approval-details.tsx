import { Action, Facts, Paragraph } from './layout.tsx'
import type { Language, MailData } from './mail-data.ts'
import { en, fr, sayTime } from './say.ts'

type Data = MailData['approval']

const texts = {
  fr: (data: Data) => ({
    rule: fr`Règle d'approbation :`,
    submittedBy: fr`Soumis par :`,
    dossier: fr`Dossier :`,
    document: fr`Document :`,
    kind: fr`Type :`,
    party: fr`Fournisseur ou client :`,
    date: fr`Date :`,
    amount: fr`Montant :`,
    inPlaceOf: fr`En remplacement de :`,
    closed: fr`Ce document est confidentiel : ce qu'il est ne se dit pas par courriel.`,
    how: fr`La page montre ce qui en a été dit, sans son contenu, qui se lit une fois connecté·e. Vous y approuvez le document, ou vous le rejetez en donnant un motif. Ouvrir la page ne décide de rien.`,
    label: fr`Examiner le document`,
    address: fr`Adresse de la page d'approbation :`,
    care: fr`Ce lien vous est personnel : ne le transférez pas. Il sert une seule fois, jusqu'au ${sayTime(data.expiresAt, data.timeZone, 'fr')}. Sans réponse, rien n'est approuvé.`,
    signIn: fr`Connectez-vous comme d'habitude : il se trouve parmi ce qui attend votre approbation. Sans réponse, rien n'est approuvé.`,
    why: fr`${data.organisation} vous envoie ce courriel parce que votre approbation est demandée.`,
  }),
  en: (data: Data) => ({
    rule: en`Approval rule:`,
    submittedBy: en`Submitted by:`,
    dossier: en`Dossier:`,
    document: en`Document:`,
    kind: en`Kind:`,
    party: en`Supplier or customer:`,
    date: en`Date:`,
    amount: en`Amount:`,
    inPlaceOf: en`In the place of:`,
    closed: en`This document is confidential: what it is, is not said by e-mail.`,
    how: en`The page shows what was said of it, without its content, which is read once signed in. There you approve the document, or you reject it and give a reason. Opening the page decides nothing.`,
    label: en`Look at the document`,
    address: en`Address of the page to approve on:`,
    care: en`This link is yours alone: do not forward it. It works once, until ${sayTime(data.expiresAt, data.timeZone, 'en')}. Without an answer, nothing is approved.`,
    signIn: en`Sign in as usual: it is among what waits for your approval. Without an answer, nothing is approved.`,
    why: en`${data.organisation} sends you this e-mail because your approval is asked for.`,
  }),
}

/** Why the reader gets it. */
export const whyApproval = (data: Data, language: Language): string => texts[language](data).why

/** What is to be approved, as far as a mail may say it, and the link to answer, where one serves this reader. */
export const ApprovalDetails = ({ data, language }: { data: Data; language: Language }) => {
  const text = texts[language](data)
  const { document } = data
  const facts: [string, string | null][] = [
    [text.document, document?.name ?? null],
    [text.kind, document?.kind?.[language] ?? null],
    [text.party, document?.party ?? null],
    [text.date, document?.date ?? null],
    [text.amount, document?.amount?.[language] ?? null],
    [text.dossier, data.dossier],
    [text.submittedBy, data.submittedBy],
    [text.inPlaceOf, data.inPlaceOf],
    [text.rule, data.rule],
  ]
  return (
    <>
      <Facts facts={facts.filter((fact): fact is [string, string] => fact[1] !== null)} />
      {document === null && <Paragraph>{text.closed}</Paragraph>}
      {data.link === null ? (
        <Paragraph>{text.signIn}</Paragraph>
      ) : (
        <>
          <Paragraph>{text.how}</Paragraph>
          <Action label={text.label} address={text.address} link={data.link} />
          <Paragraph>{text.care}</Paragraph>
        </>
      )}
    </>
  )
}
