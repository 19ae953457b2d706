// The guided tour: texts of the repository, each with what there is to see in it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `file` is a manifest from the root of the repository; a scenario beside it comes along. */
const tour = [
  {
    file: 'examples/fixed-count.yaml',
    title: { en: 'Five completions, three at a time', ko: '완료 다섯 번, 한 번에 세 개씩' },
    look: {
      en: 'The panel shows each pod and the COMPLETIONS column. Drag the playhead: below it stands what kubectl prints at that second. Then write another number behind `parallelism`.',
      ko: '패널은 파드마다 언제 실행되는지와 COMPLETIONS 열을 보여 줍니다. 재생 위치를 끌면 그 순간의 kubectl 출력이 아래에 나옵니다. `parallelism`의 값도 바꾸어 보십시오.',
    },
  },
  {
    file: 'examples/faulty/no-restart-policy.yaml',
    title: { en: 'A Job that Kubernetes refuses', ko: '쿠버네티스가 거부하는 잡' },
    look: {
      en: 'The fault is underlined. Put the caret on it and press Ctrl+. (or the light bulb): two fixes say how they differ.',
      ko: '잘못된 곳에 밑줄이 있습니다. 그곳에서 Ctrl+. 또는 전구를 누르면 두 가지 수정과 그 차이가 나옵니다.',
    },
  },
  {
    file: 'examples/faulty/missing-command-never.yaml',
    title: { en: 'Retries and back-off', ko: '재시도와 백오프' },
    look: {
      en: 'No such command: four pods, each waiting twice as long as the last. Hatched is the wait; click a bar and it says why.',
      ko: '없는 명령입니다. 파드 네 개가 앞의 두 배씩 기다린 뒤 만들어집니다. 빗금은 기다림이고, 막대를 누르면 이유가 나옵니다.',
    },
  },
  {
    file: 'test/field/11-schedule-step-that-does-not-divide.yaml',
    title: { en: 'Every 35 minutes?', ko: '35분마다?' },
    look: {
      en: 'Hover the schedule: it is due at minutes 0 and 35, which are 35 and 25 minutes apart. The calendar shows the next days.',
      ko: '일정에 마우스를 올려 보십시오. 0분과 35분에 실행되며 간격은 35분과 25분입니다. 달력은 다음 며칠을 보여 줍니다.',
    },
  },
  {
    file: 'test/field/09-bound-of-a-cronjob.yaml',
    title: { en: 'Runs that pile up', ko: '쌓이는 실행' },
    look: {
      en: 'An image that cannot be pulled, and concurrencyPolicy Allow: each minute another Job waits. Change it to Forbid, and to Replace.',
      ko: '가져올 수 없는 이미지와 concurrencyPolicy Allow입니다. 1분마다 기다리는 잡이 늘어납니다. Forbid와 Replace로 바꾸어 보십시오.',
    },
  },
  {
    file: 'test/field/07-sidecar-known-to-validate-not-to-simulate.yaml',
    title: { en: 'A Job that never completes', ko: '끝나지 않는 잡' },
    look: {
      en: 'The proxy beside the work runs for ever, so the Job does. The fix makes it a sidecar: take it, and the Job completes.',
      ko: '작업 옆의 프록시가 끝나지 않아 잡도 끝나지 않습니다. 수정은 그것을 사이드카로 만듭니다. 적용하면 잡이 완료됩니다.',
    },
  },
  {
    file: 'test/field/08-outcome-lost-behind-ttl.yaml',
    title: { en: 'Failed, and gone ten minutes later', ko: '실패하고 10분 뒤에 사라짐' },
    look: {
      en: 'ttlSecondsAfterFinished takes the failed Job away before anybody looks. The headline says both; the line marks when.',
      ko: 'ttlSecondsAfterFinished가 실패한 잡을 아무도 보기 전에 지웁니다. 제목이 둘 다 말하고, 선이 그때를 표시합니다.',
    },
  },
  {
    file: 'examples/deadline.yaml',
    title: { en: 'A deadline', ko: '기한' },
    look: {
      en: 'Work of 10 seconds against a deadline of 5. Move the run time with the slider until it completes.',
      ko: '10초가 걸리는 작업과 5초의 기한입니다. 완료될 때까지 슬라이더로 실행 시간을 바꾸어 보십시오.',
    },
  },
  {
    file: 'examples/restart-on-failure.yaml',
    title: { en: 'A scenario: kill -9', ko: '시나리오: kill -9' },
    look: {
      en: 'The scenario beside it says that the process is killed while it runs: exit code 137, the same pod, RESTARTS 1. The second tab has it.',
      ko: '옆의 시나리오는 실행 중에 프로세스를 죽입니다. 종료 코드 137, 같은 파드, RESTARTS 1입니다. 두 번째 탭에 있습니다.',
    },
  },
  {
    file: 'test/field/02-lines-shifted-under-apiversion.yaml',
    title: { en: 'Lines in the wrong column', ko: '잘못된 열의 줄' },
    look: {
      en: 'Two blanks too many below apiVersion: one fault, and one fix that moves the lines.',
      ko: 'apiVersion 아래 줄들이 두 칸 밀려 있습니다. 잘못은 하나이고, 수정 하나가 줄들을 옮깁니다.',
    },
  },
];

/** The stories with their texts. */
export function stories(home) {
  return tour.map(({ file, title, look }) => {
    const scenario = join(home, file.replace(/\.yaml$/, '.scenario.yaml'));
    return {
      title,
      look,
      // What the right answer is was noted for the tests.
      manifest: readFileSync(join(home, file), 'utf8').replace(/^# RIGHT: .*\n/, ''),
      scenario: existsSync(scenario) ? readFileSync(scenario, 'utf8') : '',
    };
  });
}
