import type { estimate as english, Run } from '../en/estimate.ts';
import { translationOf } from '../table/message-table.ts';

const exit = ({ exit }: Run) => `종료 코드 ${exit}`;

/** What was assumed of containers, for the lists of assumptions and for hovers. */
export const estimate = translationOf<typeof english>()({
  'estimate-read': (args) =>
    args.seconds === 0
      ? `\`${args.container}\` 컨테이너는 바로 끝납니다(${exit(args)}). 명령에서 읽은 값입니다.`
      : `\`${args.container}\` 컨테이너는 ${args.seconds}초 동안 실행되고 끝납니다(${exit(args)}). 명령에서 읽은 값입니다.`,
  'estimate-exit-unknown': (args) =>
    `\`${args.container}\` 컨테이너는 명령에 따르면 ${args.seconds}초 동안 실행됩니다. 어떻게 끝나는지는 알 수 없습니다. 가정한 값: ${exit(args)}.`,
  'estimate-partly': (args) =>
    `\`${args.container}\` 컨테이너는 ${args.seconds}초 동안 실행되고 끝난다고 가정합니다(${exit(args)}). 명령에서 일부만 알 수 있습니다.`,
  'estimate-default': (args) =>
    `\`${args.container}\` 컨테이너는 ${args.seconds}초 동안 실행되고 끝난다고 가정합니다(${exit(args)}). 매니페스트에서는 알 수 없습니다.`,
  'estimate-end': '`{container}` 컨테이너의 종료 코드는 {exit}입니다. 명령에서 읽었거나, 명령에 없으면 그렇게 가정합니다.',
  'estimate-sidecar':
    '`{container}` 컨테이너는 사이드카이므로 다른 컨테이너가 끝날 때까지 실행된다고 가정합니다. 명령에서는 알 수 없습니다.',
  'estimate-serves':
    '`{container}` 컨테이너는 다른 컨테이너를 돕는 프로그램의 이미지이므로 누가 멈출 때까지 실행되어 파드가 끝나지 않는다고 가정합니다.',
  'estimate-never-ends': '`{container}` 컨테이너는 누가 멈출 때까지 실행됩니다. 명령에서 읽은 값입니다.',
  'estimate-root':
    '`{container}` 컨테이너는 시작하지 않습니다(CreateContainerConfigError). root로 실행할 수 없는데 root로 실행하려 합니다.',
  'estimate-invalid-image': '`{container}` 컨테이너는 시작하지 않습니다(InvalidImageName). 이미지 이름이 올바르지 않습니다: `{image}`.',
  'estimate-missing-key':
    '`{container}` 컨테이너는 시작하지 않습니다(CreateContainerConfigError). 환경 변수가 요구하는 키가 {kind} `{object}`에 없습니다: `{key}`.',
  'estimate-missing-file':
    '컨테이너가 하나도 시작하지 않습니다(FailedMount). `{volume}` 볼륨이 요구하는 키가 {kind} `{object}`에 없습니다: `{key}`.',
  'estimate-misspelt':
    '`{container}` 컨테이너는 시작할 수 없습니다(StartError, 종료 코드 128). `{command}` 프로그램이 없습니다. 혹시 `{nearest}`입니까?',
  'estimate-spaces':
    '`{container}` 컨테이너는 시작할 수 없습니다(StartError, 종료 코드 128). `{command}` 전체가 프로그램 이름 하나로 읽힙니다. 단어마다 목록 항목으로 나누십시오.',
  'estimate-not-in-image':
    '`{container}` 컨테이너는 시작할 수 없습니다(StartError, 종료 코드 128). 이미지에 `{command}` 프로그램이 없습니다.',
  'estimate-probes':
    '`{container}` 컨테이너의 프로브는 매번 성공한다고 가정합니다. 시작 프로브는 파드의 노드가 정해진 때부터 주기마다, 준비성 프로브는 지연이 끝나자마자 확인합니다.',
  'estimate-hook-read': '`{container}` 컨테이너의 {hook} 훅은 {seconds}초 걸립니다. 훅에서 읽은 값입니다.',
  'estimate-hook-assumed': '`{container}` 컨테이너의 {hook} 훅은 {seconds}초 걸리고 성공한다고 가정합니다. 더 알 수 있는 것이 없습니다.',
  'estimate-hook-never-ends': '`{container}` 컨테이너의 {hook} 훅은 누가 멈출 때까지 실행됩니다. 명령에서 읽은 값입니다.',
  'estimate-hook-fails-postStart':
    '`{container}` 컨테이너의 postStart 훅은 {seconds}초 뒤에 실패하고, 그래서 컨테이너를 멈춥니다(PostStartHookError). 훅에서 읽은 값입니다.',
  'estimate-hook-fails-preStop':
    '`{container}` 컨테이너의 preStop 훅은 {seconds}초 뒤에 실패하지만 컨테이너는 그대로 멈춥니다. 훅에서 읽은 값입니다.',
  'estimate-stop-ignores-sigterm':
    '`{container}` 컨테이너는 첫 프로세스(`{command}`) 때문에 SIGTERM에 반응하지 않습니다. 멈추라는 신호가 와도 스스로 끝나거나 유예 기간이 지나 SIGKILL로 끝날 때까지 계속 실행됩니다(종료 코드 137).',
  'estimate-stop-handles':
    '`{container}` 컨테이너의 스크립트는 SIGTERM을 직접 처리합니다. 언제, 어떤 종료 코드로 끝나는지는 스크립트에서 읽은 값입니다.',
  'estimate-stop-ends': '`{container}` 컨테이너는 SIGTERM을 받으면 바로 끝난다고 가정합니다(종료 코드 143).',
});
