import { useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { attributesOf, type DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { useActOptions } from '../lib/use-acts.ts'
import { AttributesForm, groundsMissing } from './attributes-form.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Changes 관리속성; after approval with a reason that stays on record. */
export function AttributesDialog({ card, onClose }: { readonly card: DocumentCard; readonly onClose: () => void }) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const kinds = useQuery(trpc.document.kinds.queryOptions(undefined, { staleTime: 300_000 })).data
  const [value, setValue] = useState(() => attributesOf(card.attributes))
  const [version] = useState(card.version)
  const act = useMutation(
    trpc.document.changeAttributes.mutationOptions(useActOptions(card.id, t('attributesChanged'), onClose)),
  )
  return (
    <ReasonDialog
      title={t('attributesChange')}
      lead={card.title}
      optional={card.state !== 'approved'}
      ready={!groundsMissing(value)}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) =>
        act.mutate({
          documentId: card.id,
          version,
          attributes: {
            ...value,
            extraUnitIds: [...value.extraUnitIds],
            extraPersonIds: [...value.extraPersonIds],
            disclosureGrounds: [...value.disclosureGrounds],
          },
          reason,
        })
      }
    >
      <AttributesForm value={value} onChange={setValue} categories={kinds?.knowledgeCategories ?? []} tried />
    </ReasonDialog>
  )
}
