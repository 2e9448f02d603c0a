import { Button, Note, notify, ProgressBar, useFormat, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useUploads } from '../../../lib/upload.ts'
import type { Answers, Area, Draft } from '../api/answers.ts'
import { useDraft } from '../api/use-draft.ts'
import { citizenWords } from '../words.ts'
import { AreaQuestion, AttachQuestion, ReviewQuestion, ServiceQuestion, WriteQuestion } from './wizard-questions.tsx'

const STEPS = ['area', 'service', 'write', 'attach', 'review'] as const
type Step = (typeof STEPS)[number]
const TITLES = {
  area: 'chooseArea',
  service: 'chooseService',
  write: 'writeIt',
  attach: 'attach',
  review: 'review',
} as const

interface RequestWizardProps {
  readonly areas: readonly Area[]
  readonly draft: Draft | null
  /** The area chosen on the page before. */
  readonly area: string | null
}

/** Filing a request, one question a page; going back loses nothing, every change is kept as a draft. */
export function RequestWizard({ areas, draft, area }: RequestWizardProps) {
  const t = useWords(citizenWords)
  const format = useFormat()
  const errorText = useErrorText()
  const [answers, setAnswers] = useState<Answers>(() => start(areas, draft, area))
  const [step, setStep] = useState<Step>(() => (draft?.serviceKey ? 'write' : answers.area ? 'service' : 'area'))
  const [tried, setTried] = useState(false)
  const uploads = useUploads(draft?.files ?? [])
  const written = answers.title !== '' || answers.body !== '' || uploads.fileIds.length > 0
  const { area: _, ...fields } = answers
  const { saved, error } = useDraft(
    { ...fields, fileIds: uploads.fileIds },
    written,
    draft && { draftId: draft.id, version: draft.version, savedAt: draft.savedAt },
  )
  const filing = useFiling(answers, uploads.fileIds, saved?.draftId)
  const heading = useRef<HTMLHeadingElement>(null)
  const n = STEPS.indexOf(step)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  const set = (change: Partial<Answers>) => setAnswers((all) => ({ ...all, ...change }))
  const go = (next: Step) => {
    setTried(false)
    setStep(next)
  }
  const onNext = () => {
    setTried(true)
    if (!complete(step, answers)) return
    if (step === 'review') filing.file()
    else go(STEPS[n + 1] ?? 'review')
  }
  return (
    <form
      className="c-wizard"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <div>
        <ProgressBar label={t('step', { n: n + 1, total: STEPS.length })} value={(n + 1) / STEPS.length} />
        <p className="h-muted h-xs">{t('step', { n: n + 1, total: STEPS.length })}</p>
        <h1 ref={heading} tabIndex={-1}>
          {t(TITLES[step])}
        </h1>
      </div>
      {step === 'area' && <AreaQuestion areas={areas} answers={answers} set={set} tried={tried} />}
      {step === 'service' && <ServiceQuestion areas={areas} answers={answers} set={set} tried={tried} />}
      {step === 'write' && <WriteQuestion answers={answers} set={set} tried={tried} />}
      {step === 'attach' && <AttachQuestion uploads={uploads} />}
      {step === 'review' && <ReviewQuestion areas={areas} answers={answers} uploads={uploads} go={go} />}
      {(filing.error ?? error) && (
        <div role="alert">
          <Note tone="amber">{errorText(filing.error ?? error)}</Note>
        </div>
      )}
      <div className="foot">
        {n > 0 ? (
          <Button size="lg" onPress={() => go(STEPS[n - 1] ?? 'area')}>
            {t('back')}
          </Button>
        ) : (
          <span />
        )}
        <Button
          type="submit"
          variant="pri"
          size="lg"
          isPending={filing.isPending}
          isDisabled={step === 'review' && uploads.busy}
        >
          {t(step === 'review' ? 'submit' : 'next')}
        </Button>
      </div>
      <p className="h-muted h-xs" role="status">
        {saved && t('draftSaved', { at: format.date(saved.savedAt, 'time') })}
      </p>
    </form>
  )
}

function start(areas: readonly Area[], draft: Draft | null, area: string | null): Answers {
  const ofDraft = areas.find((one) => one.services.some((service) => service.key === draft?.serviceKey))
  const chosen = ofDraft ?? areas.find((one) => one.key === area)
  return {
    area: chosen?.key ?? null,
    serviceKey: draft?.serviceKey ?? null,
    title: draft?.title ?? '',
    body: draft?.body ?? '',
    visibility: draft?.visibility ?? 'private',
  }
}

function complete(step: Step, answers: Answers): boolean {
  switch (step) {
    case 'area':
      return answers.area !== null
    case 'service':
      return answers.serviceKey !== null
    case 'write':
      return answers.title.trim() !== '' && answers.body.trim() !== ''
    default:
      return true
  }
}

/** Files the request once, however often the button is pressed or the answer is lost on the way. */
function useFiling(answers: Answers, fileIds: readonly string[], draftId: string | undefined) {
  const t = useWords(citizenWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation(
    trpc.customer.file.mutationOptions({
      onSuccess: (filed) => {
        notify.done(t('filed', { number: filed.number }))
        void queryClient.invalidateQueries()
        history.push(paths.request(agency, filed.petitionId))
      },
    }),
  )
  const file = () => {
    const { serviceKey, title, body, visibility } = answers
    if (serviceKey === null) return
    const draft = draftId === undefined ? {} : { draftId }
    mutate({ serviceKey, title, body, visibility, fileIds: [...fileIds], ...draft, idempotencyKey: key })
  }
  return { file, error, isPending }
}
