import type { Language } from '../language.ts';

const en = {
  title: 'Kubejob playground',
  about: 'What Kubernetes would say of a Job, and what its controllers would do. Nothing leaves this browser.',
  stories: 'Stories',
  ownText: 'Your own text',
  previous: 'Previous story',
  next: 'Next story',
  version: 'Kubernetes',
  share: 'Copy link',
  shared: 'The link is copied: it holds the text itself.',
  tooLong: 'The text is too long for a link.',
  theme: 'Light or dark',
  help: 'Help',
  licenses: 'Licenses',
  firstPage: 'docs/README.md',
  firstTitle: '‹ Documentation',
  language: '한국어',
  manifest: 'Manifest',
  scenario: 'Scenario',
  scenarioHint: '# How the containers behave, such as:\n# run: {for: 90s, exit: 1}\n',
  text: 'Text',
  simulation: 'Simulation',
  noFaults: 'Nothing to mend.',
  unreadable: 'This link cannot be read: it was cut off, or is none of this page. Here is the first story instead.',
  close: 'Close',
} as const;

const ko: { readonly [Key in keyof typeof en]: string } = {
  title: 'Kubejob 플레이그라운드',
  about: '쿠버네티스가 잡에 대해 말할 것과 컨트롤러가 하게 될 일입니다. 아무것도 이 브라우저를 떠나지 않습니다.',
  stories: '이야기',
  ownText: '직접 쓴 글',
  previous: '이전 이야기',
  next: '다음 이야기',
  version: '쿠버네티스',
  share: '링크 복사',
  shared: '링크를 복사했습니다. 링크가 글을 담고 있습니다.',
  tooLong: '글이 너무 길어 링크에 담을 수 없습니다.',
  theme: '밝게 또는 어둡게',
  help: '도움말',
  licenses: '라이선스',
  firstPage: 'docs/getting-started.ko.md',
  firstTitle: '‹ 시작하기',
  language: 'English',
  manifest: '매니페스트',
  scenario: '시나리오',
  scenarioHint: '# 컨테이너가 어떻게 동작하는지, 예를 들면:\n# run: {for: 90s, exit: 1}\n',
  text: '글',
  simulation: '시뮬레이션',
  noFaults: '고칠 것이 없습니다.',
  unreadable: '이 링크는 읽을 수 없습니다. 잘렸거나 이 페이지의 링크가 아닙니다. 대신 첫 번째 이야기를 보여 줍니다.',
  close: '닫기',
};

export type Words = typeof ko;

export const words: Readonly<Record<Language, Words>> = { en, ko };
