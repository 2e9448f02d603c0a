/** Words for the codes of jobs. */
export const jobMessages = {
  'job.already-ended': { ko: '이미 끝난 작업입니다.', en: 'This job has already ended.' },
  'job.not-ended': {
    ko: '실패했거나 취소된 작업만 다시 할 수 있습니다.',
    en: 'Only a job that failed or was cancelled can be run again.',
  },
  'job.gave-up': {
    ko: '여러 번 시도했으나 끝내지 못했습니다.',
    en: 'The job could not be finished after several tries.',
  },
  'job.failed': { ko: '작업 중 오류가 났습니다.', en: 'An error stopped the job.' },
} as const
