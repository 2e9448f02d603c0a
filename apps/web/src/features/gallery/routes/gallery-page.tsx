import { OfficerShell, PageHead, PreferenceButtons, SegmentedToggle, useWords } from '@harmony/ui'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { Actions } from '../components/actions.tsx'
import { Data, Foundations } from '../components/data.tsx'
import { Choices, Fields, Files } from '../components/fields.tsx'
import { Overlays } from '../components/overlays.tsx'
import { Status } from '../components/status.tsx'
import '../gallery.css'
import { galleryWords } from '../words.ts'

/** `/gallery`: each part of the design system in every state. */
export function GalleryPage() {
  const t = useWords(galleryWords)
  const [contrast, setContrast] = useState<'normal' | 'more'>('normal')
  usePageTitle(t('title'))
  return (
    <OfficerShell
      productName="하모니"
      homeHref={paths.chooser()}
      agency={{ name: t('title'), href: paths.chooser() }}
      nav={[
        { items: [{ icon: 'home', label: t('title'), short: t('title'), href: paths.gallery(), current: true }] },
        { title: t('data'), items: [{ icon: 'chat', label: t('states'), href: '#states', count: 3, hot: true }] },
      ]}
      user={{ name: '한결', unit: '부내혁신전략팀', entries: [{ id: 'out', label: '로그아웃', icon: 'exit' }] }}
      onSearch={() => {}}
    >
      <PageHead
        title={t('title')}
        above={<p className="h-muted h-xs">{t('lead')}</p>}
        actions={
          <>
            <SegmentedToggle
              label={t('contrast')}
              value={contrast}
              onChange={(next) => {
                setContrast(next)
                document.documentElement.dataset.contrast = next
              }}
              options={[
                { id: 'normal', label: t('normal') },
                { id: 'more', label: t('contrast') },
              ]}
            />
            <PreferenceButtons />
          </>
        }
      />
      <div className="ga">
        <Foundations />
        <Actions />
        <Fields />
        <Choices />
        <Files />
        <Overlays />
        <Status />
        <Data />
      </div>
    </OfficerShell>
  )
}
