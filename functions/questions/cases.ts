/** Who may ask who may, and why, as the requirements say it; written without reading the rules. */
import { allowed, type Cases, editSettings, everyoneActive, owners } from '../../shared/rules/cases.ts'

export const cases = {
  'question.explain-self': [allowed('B-01', everyoneActive)],
  'question.what-can-self': [allowed('B-03', everyoneActive)],
  // Asking about others needs the right to manage them.
  'question.ask-about-person': [allowed('B-01', editSettings)],
  // Reading a thing is not enough to read who else can.
  'question.ask-about-dossier': [allowed('B-02', owners), allowed('B-02', editSettings)],
  'question.ask-about-client': [allowed('B-02', editSettings)],
  'question.ask-about-settings': [allowed('B-02', editSettings)],
} as const satisfies Cases
