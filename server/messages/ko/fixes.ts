import type { fixes as english } from '../en/fixes.ts';
import { translationOf } from '../table/message-table.ts';

/** Titles of fixes, and the findings that only the editor makes. */
export const fixes = translationOf<typeof english>()({
  'lost-indentation': '들여쓰기가 사라져 필드가 잘못된 위치에 있습니다. 빠른 수정으로 다시 중첩하십시오.',

  'immutable-change': '이미 있는 잡에서는 쿠버네티스가 {field} 변경을 거부합니다. 삭제하고 새로 만들거나 커밋된 값으로 되돌리십시오.',
  'fix-revert': '커밋된 값으로 되돌리기: {value}',

  'fix-restart-policy-Never': 'restartPolicy: Never 설정(실패한 파드와 로그는 남고 새 파드가 시작됨)',
  'fix-restart-policy-OnFailure': 'restartPolicy: OnFailure 설정(실패한 컨테이너가 같은 파드에서 다시 시작됨)',
  'fix-set-field': '{field}: {value} 설정',
  'fix-rename-field': '이름 바꾸기: {name}',
  'fix-remove-field': '{field} 필드 삭제',
  'fix-remove-item': '이 항목 삭제',
  'fix-move-field': '{field} 필드를 다음 위치로 이동: {to}',
  'fix-add-field': '{field} 필드 추가',
  'fix-quote': '{value}: 따옴표로 감싸기',
  'fix-unquote': '{value}: 따옴표 없이 쓰기',
  'fix-replace': '다음 값으로 바꾸기: {value}',
  'fix-make-list': '목록으로 만들기',
  'fix-lost-indentation': '각 필드가 속한 위치에 맞게 다시 중첩',
  'fix-move-zone': '{zone} 시간대를 timeZone으로 이동',
  'fix-remove-zone': '일정에서 {zone} 시간대 삭제',
  'fix-sort': '종료 코드 정렬',
  'fix-remove-value': '{value} 삭제',
  'fix-whole-script': '한 스크립트로 합치기',
  'fix-argo-cd-hook': 'Argo CD가 다음 실행 전에 지우는 훅으로 만들기',
  'fix-add-volume': '빈 볼륨 {name} 추가',
  'fix-all': '이 파일에서 바로 고칠 수 있는 문제 모두 수정',
  'fix-ignore-here': '여기에서 {code} 무시',
  'fix-ignore-in-file': '이 파일에서 {code} 무시',
  'refactor-to-cron-job': '이 잡을 크론잡으로 바꾸기',
  'refactor-to-job': '이 크론잡의 템플릿으로 잡 만들기',
  'refactor-to-sidecar': '이 컨테이너를 사이드카로 바꾸기',
  'fix-remove-line': '이 줄 삭제',
  'fix-tabs': '탭을 공백으로 바꾸기',
});
