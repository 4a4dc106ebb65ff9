import { Facts, Paragraph } from './layout.tsx'
import type { MailData, Template } from './mail-data.ts'
import { en, fr, sayCount } from './say.ts'

type Data = MailData['bulk-transfer-ended']

const texts = {
  fr: (data: Data) => ({
    subject: fr`Un transfert de dossiers est terminé – ${data.organisation}`,
    preview: fr`Des dossiers ont changé de propriétaire par décision de la coordination.`,
    heading: fr`Un transfert de dossiers est terminé`,
    greeting: fr`Bonjour ${data.name},`,
    what:
      data.reader === 'recipient'
        ? fr`${data.by} vous a transféré des dossiers de ${data.giver}.`
        : fr`${data.by} a transféré de vos dossiers à ${data.recipient}.`,
    moved: fr`Transférés :`,
    failed: fr`Restés en place :`,
    numbers: fr`Dont les numéros :`,
    so:
      data.reader === 'recipient'
        ? fr`Ceux qui ont suivi vous appartiennent désormais, contenu et responsabilité ensemble ; leurs partages et leur historique sont restés tels quels.`
        : fr`Vous n'avez plus accès à ceux qui ont suivi, sauf si leur nouveau propriétaire les partage avec vous.`,
    count: (count: number) => sayCount(count, 'dossier', 'dossiers', 'fr'),
    why: fr`${data.organisation} vous envoie ce courriel parce que ce transfert vous concerne.`,
  }),
  en: (data: Data) => ({
    subject: en`A transfer of dossiers has ended – ${data.organisation}`,
    preview: en`Dossiers have changed owner by a coordinator's decision.`,
    heading: en`A transfer of dossiers has ended`,
    greeting: en`Hello ${data.name},`,
    what:
      data.reader === 'recipient'
        ? en`${data.by} transferred dossiers of ${data.giver} to you.`
        : en`${data.by} transferred dossiers of yours to ${data.recipient}.`,
    moved: en`Moved:`,
    failed: en`Not moved:`,
    numbers: en`Among them, by number:`,
    so:
      data.reader === 'recipient'
        ? en`Those that moved are yours from now on, content and responsibility together; their shares and their history are as they were.`
        : en`You reach those that moved no more, unless their new owner shares them with you.`,
    count: (count: number) => sayCount(count, 'dossier', 'dossiers', 'en'),
    why: en`${data.organisation} sends you this e-mail because this transfer concerns you.`,
  }),
}

/** Tells giver or recipient how a transfer of many dossiers ended: counts, and the numbers of those that stayed (D-12). */
export const bulkTransferEnded: Template<'bulk-transfer-ended'> = (data, language) => {
  const text = texts[language](data)
  const facts: [string, string][] = [
    [text.moved, text.count(data.moved)],
    ...(data.failed === 0 ? [] : [[text.failed, text.count(data.failed)] as [string, string]]),
    [text.numbers, data.failedNumbers.join(', ')],
  ]
  return {
    ...text,
    body: (
      <>
        <Paragraph>{text.greeting}</Paragraph>
        <Paragraph>{text.what}</Paragraph>
        <Facts facts={facts.filter(([, value]) => value !== '')} />
        <Paragraph>{text.so}</Paragraph>
      </>
    ),
  }
}
