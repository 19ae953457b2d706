import type { completion as english } from '../en/completion.ts';
import { translationOf } from '../table/message-table.ts';

/** What completion says beside its items. */
export const completion = translationOf<typeof english>()({
  'completion-default': '기본값 {value}',

  'snippet-job-one-shot': '잡: 파드 하나, 재시도 없음',
  'snippet-job-fixed-count': '잡: 정해진 완료 횟수',
  'snippet-job-work-queue': '잡: 작업 큐',
  'snippet-job-indexed': '잡: 인덱스 방식',
  'snippet-job-retries': '잡: 재시도, 제한 시간, 자동 정리',
  'snippet-job-pod-failure-policy': '잡: 파드 실패 정책',
  'snippet-job-success-policy': '잡: 성공 정책',
  'snippet-cron-job': '크론잡',

  'schedule-example-*/15 * * * *': '15분마다',
  'schedule-example-0 * * * *': '매시간',
  'schedule-example-30 2 * * *': '매일 02:30',
  'schedule-example-0 9 * * 1-5': '월요일부터 금요일까지 09:00',
  'schedule-example-0 0 * * 0': '매주 일요일 자정',
  'schedule-example-0 0 1 * *': '매월 1일 자정',
  'schedule-example-@hourly': '매시간',
  'schedule-example-@daily': '매일 자정',

  'value-restart-policy-Never': '실패한 파드는 남고 새 파드가 대신 시작됩니다',
  'value-restart-policy-OnFailure': '실패한 컨테이너가 같은 파드에서 다시 시작됩니다',
  'value-action-FailJob': '잡을 바로 끝냅니다',
  'value-action-FailIndex': '이 인덱스를 포기합니다',
  'value-action-Ignore': '실패로 세지 않고 새 파드를 시작합니다',
  'value-action-Count': '평소처럼 실패로 셉니다',
});
