/** Words for the codes of backup and restore. */
export const backupMessages = {
  'backup.folder-taken': { ko: '폴더가 비어 있지 않습니다: {folder}', en: 'The folder is not empty: {folder}' },
  'backup.unreadable': {
    ko: '백업이 아니거나 manifest.json을 읽을 수 없습니다.',
    en: 'This is no backup, or its manifest.json cannot be read.',
  },
  'backup.damaged': { ko: '백업이 손상되었습니다: {part}', en: 'The backup is damaged: {part}' },
  'backup.not-empty': {
    ko: '이미 데이터가 있습니다. 전체 백업은 빈 설치에, 한 기관의 백업은 그 기관이 없는 설치에만 복원할 수 있습니다.',
    en: 'There is data already. A whole backup goes into an empty installation, one agency’s where that agency does not exist.',
  },
  'backup.other-version': {
    ko: '백업({backup})과 이 설치({here})의 판이 다릅니다. 백업을 만든 판으로 복원한 뒤 올리세요.',
    en: 'The backup ({backup}) and this installation ({here}) differ in version. Restore with the version that made it, then upgrade.',
  },
} as const
