import { Button, Card, ConfirmDialog, Dialog, Menu, notify, Tooltip, useWords } from '@harmony/ui'
import { Palette } from '@harmony/ui/palette'
import { useState } from 'react'
import { galleryWords } from '../words.ts'

/** Dialogs, menu, tooltip, toasts, palette. */
export function Overlays() {
  const t = useWords(galleryWords)
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'palette' | null>(null)
  const close = () => setOpen(null)
  return (
    <Card title={t('overlays')} padded>
      <div className="h-row">
        <Button onPress={() => setOpen('dialog')}>대화 상자</Button>
        <Button onPress={() => setOpen('confirm')}>확인 대화 상자</Button>
        <Button onPress={() => setOpen('palette')}>바로 가기</Button>
        <Menu
          label="더 보기"
          trigger={<Button icon="more">메뉴</Button>}
          entries={[
            { id: 'assign', label: '담당자 바꾸기', icon: 'users' },
            { id: 'extend', label: '기한 연장', hint: '한 번만 할 수 있습니다', icon: 'clock' },
            { id: 'withdraw', label: '취하', icon: 'trash', danger: true },
          ]}
        />
        <Tooltip text="짧은 설명">
          <Button>도움말 달린 버튼</Button>
        </Tooltip>
        <Button onPress={() => notify.done('저장했습니다')}>알림: 됨</Button>
        <Button onPress={() => notify.failed('보내지 못했습니다')}>알림: 안 됨</Button>
      </div>
      <Dialog
        title="이송하기"
        isOpen={open === 'dialog'}
        onClose={close}
        actions={<Button onPress={close}>닫기</Button>}
      >
        <p>다른 부서로 보내면 그 부서의 업무함에 바로 나타납니다.</p>
      </Dialog>
      <ConfirmDialog
        title="답변을 확정할까요?"
        confirmLabel="답변 확정"
        isOpen={open === 'confirm'}
        onClose={close}
        onConfirm={close}
      >
        <p>신청인에게 답변이 바로 보이고 처리가 끝납니다. 되돌릴 수 없습니다.</p>
      </ConfirmDialog>
      <Palette
        isOpen={open === 'palette'}
        onClose={close}
        items={[
          { id: 'map', group: '화면', label: '전략체계도', icon: 'map', onChoose: close },
          { id: 'queue', group: '화면', label: '민원·문의', icon: 'chat', onChoose: close },
          { id: 'p1', group: '민원', label: '가로등 고장 신고', hint: '2026-000123', icon: 'chat', onChoose: close },
        ]}
      />
    </Card>
  )
}
