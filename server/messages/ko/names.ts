import type { names as english } from '../en/names.ts';
import { translationOf } from '../table/message-table.ts';

/** Texts for the problems of `kubernetes/names.ts`; they stand alone, whatever field the name is in. */
export const names = translationOf<typeof english>()({
  'name-length': '"{value}": 길이가 {length}바이트입니다. 최대 {limit}바이트로 줄이십시오.',
  'name-dns-label': '"{value}": DNS 레이블이 아닙니다. 소문자, 숫자, "-"만 쓰고 문자나 숫자로 시작하고 끝내십시오.',
  'name-dns-label-dots': '"{value}": 여기에는 점을 쓸 수 없습니다. 대신 "-"를 쓰십시오.',
  'name-dns-subdomain': '"{value}": 올바른 이름이 아닙니다. 소문자, 숫자, "-", "."만 쓰고 각 부분을 문자나 숫자로 시작하고 끝내십시오.',
  'name-qualified':
    '"{value}": 올바른 키가 아닙니다. 문자, 숫자, "-", "_", "."만 쓰고 문자나 숫자로 시작하고 끝내십시오. 접두사는 example.com/name처럼 하나만 쓸 수 있습니다.',
  'name-qualified-prefix': '"{value}": "/" 앞부분은 example.com 같은 소문자 DNS 이름이어야 합니다.',
  'name-qualified-prefix-empty': '"{value}": "/" 앞이 비어 있습니다. "/"를 삭제하거나 앞에 example.com 같은 DNS 이름을 쓰십시오.',
  'name-qualified-empty': (args) => (args.value === '' ? '이름을 쓰십시오.' : `"${args.value}": "/" 뒤에 이름을 쓰십시오.`),
  'name-qualified-length': '"{name}": 길이가 {length}바이트입니다. 접두사와 "/"를 빼고 최대 63바이트로 줄이십시오.',
  'name-label-value':
    '"{value}": 올바른 레이블 값이 아닙니다. 문자, 숫자, "-", "_", "."만 쓰고 문자나 숫자로 시작하고 끝내거나, 비워 두십시오.',
  'name-port': '"{value}": 포트 이름이 아닙니다. a-z, 0-9와 그 사이의 "-" 하나씩만 쓰고 문자를 하나 이상 넣으십시오.',
  'name-env-relaxed': '"{value}": 환경 변수 이름이 아닙니다. "=" 없이 출력 가능한 ASCII 문자로 쓰십시오.',
  'name-env':
    '"{value}": 이 쿠버네티스 버전에서는 환경 변수 이름으로 쓸 수 없습니다. 문자, 숫자, "_", "-", "."만 쓰고 숫자로 시작하지 마십시오.',
  'name-config-map-key': '"{value}": 키로 쓸 수 없습니다. 문자, 숫자, "-", "_", "."만 쓰십시오.',
  'name-parent-directory': '"{value}": 디렉터리 경로로 읽힙니다. "."이거나 ".."으로 시작하는 이름은 쓸 수 없습니다.',
  'name-path-segment': '"{value}": 이름에 쓸 수 없는 "{part}" 문자가 있습니다. 삭제하십시오.',
  'name-http-header': '"{value}": HTTP 헤더 이름이 아닙니다. 문자, 숫자, "-"만 쓰십시오.',
  'name-domain-path': '"{value}": example.com/controller처럼 도메인 아래의 경로로 쓰십시오.',
  'name-domain-path-host': '"{host}": 첫 "/" 앞부분은 example.com 같은 소문자 DNS 이름이어야 합니다.',
  'name-domain-path-rest': '"{path}": 첫 "/" 뒤에 URL 경로에 쓸 수 없는 문자가 있습니다.',
});
