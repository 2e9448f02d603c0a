/** Words for everything that may be wrong with a model, a rule or a process, and for the commands on releases. */
export const modelMessages = {
  'model.unknown-key': {
    ko: '‘{found}’은(는) 없는 항목입니다. 쓸 수 있는 항목: {allowed}',
    en: 'There is no “{found}” here. Allowed: {allowed}',
  },
  'model.locked': {
    ko: '{by} 모델이 고정한 값입니다. 그대로 두어야 합니다: {allowed}',
    en: 'Fixed by the {by} model; it must stay: {allowed}',
  },
  'model.not-overridable': {
    ko: '{by} 모델에서 바꿀 수 없는 항목입니다. 바꿀 수 있는 항목: {allowed}',
    en: 'The {by} model does not let this change. It allows: {allowed}',
  },
  'model.missing': { ko: '값이 빠졌습니다. 필요한 값: {allowed}', en: 'A value is missing. Expected: {allowed}' },
  'model.type': {
    ko: '‘{found}’은(는) 형식이 맞지 않습니다. 필요한 형식: {allowed}',
    en: '“{found}” has the wrong type. Expected: {allowed}',
  },
  'model.value': {
    ko: '‘{found}’은(는) 쓸 수 없습니다. 쓸 수 있는 값: {allowed}',
    en: '“{found}” is not allowed. Allowed: {allowed}',
  },
  'model.key': {
    ko: '‘{found}’은(는) 키로 쓸 수 없습니다. 영문 소문자·숫자를 붙임표로 이어 씁니다.',
    en: '“{found}” is no key. Use lower-case words and digits joined by hyphens.',
  },
  'model.format': {
    ko: '‘{found}’의 꼴이 맞지 않습니다. 필요한 꼴: {allowed}',
    en: '“{found}” has the wrong form. Expected: {allowed}',
  },
  'model.range': {
    ko: '{found}은(는) 범위를 벗어났습니다. 허용 범위: {allowed}',
    en: '{found} is out of range. Allowed: {allowed}',
  },
  'model.wrong': { ko: '‘{found}’이(가) 맞지 않습니다: {allowed}', en: '“{found}” is not right: {allowed}' },
  'model.text': {
    ko: '{found} 문구가 비었습니다. 한국어(ko)와 영어(en)를 모두 적어야 합니다.',
    en: 'The {found} text is missing. Korean (ko) and English (en) are both needed.',
  },
  'model.weights': {
    ko: '가중치 합이 {found}입니다. {allowed}이어야 합니다.',
    en: 'The weights make {found}; they must make {allowed}.',
  },
  'model.reference': {
    ko: '‘{found}’을(를) 찾을 수 없습니다. 있는 키: {allowed}',
    en: 'There is no “{found}”. There are: {allowed}',
  },
  'model.circle': { ko: '인과관계가 돌고 돕니다: {found}', en: 'The links run in a circle: {found}' },
  'model.form': {
    ko: '입력 양식이 올바른 JSON Schema가 아닙니다: {found}',
    en: 'The form is not a valid JSON Schema: {found}',
  },
  'model.level': {
    ko: '‘{found}’ 층의 자리가 아닙니다. 순서: {allowed}',
    en: 'A “{found}” layer may not stand here. Order: {allowed}',
  },
  'model.twice': { ko: '같은 키의 층이 두 번 있습니다: {found}', en: 'Two layers have the key “{found}”.' },
  'model.unknown-unit': {
    ko: '조직에 없는 부서 코드입니다: {found}. 있는 코드: {allowed}',
    en: 'The organisation has no unit “{found}”. There are: {allowed}',
  },
  'model.choices': {
    ko: '고를 수 있는 값이 {found}개입니다. {allowed}개 이상 있어야 합니다.',
    en: 'There are {found} choices; a choice needs at least {allowed}.',
  },
  'model.choices-idle': {
    ko: '{found} 항목에는 고를 값을 둘 수 없습니다. 둘 수 있는 형식: {allowed}',
    en: 'A field of type {found} has no choices. Allowed for: {allowed}',
  },
  'model.route-end': {
    ko: '보고경로는 가장 높은 순서의 결재 하나로 끝나야 합니다. 결재 단계: {found}개',
    en: 'A route ends with one approval in its highest order. Approvals found: {found}',
  },
  'model.route-unit': {
    ko: '‘{found}’ 단계에는 부서 코드(unit)가 있어야 합니다.',
    en: 'A step of “{found}” names its unit by code.',
  },
  'model.route-unit-idle': {
    ko: '부서 코드 ‘{found}’은(는) {allowed} 단계에만 적습니다.',
    en: 'The unit “{found}” may only stand in a step of “{allowed}”.',
  },
  'model.route-delegated': {
    ko: '전결은 기관장 아래의 결재 단계에만 둘 수 있습니다: {found}',
    en: 'Only an approval below the head of the agency can be delegated: {found}',
  },
  'model.filter-idle': {
    ko: '‘{found}’ 자료에는 서비스가 없어 서비스로 거를 수 없습니다.',
    en: 'Evidence of “{found}” knows no service; it cannot be filtered by one.',
  },
  'model.item-number': {
    ko: '점검항목 번호 {found}이(가) 두 번 있습니다. 먼저 나온 곳: {allowed}',
    en: 'Checklist number {found} stands twice; first at {allowed}',
  },
  'model.checklist-empty': {
    ko: '점검단계에 답할 항목이 하나도 없습니다.',
    en: 'The stage has no item to answer.',
  },
  'rule.syntax': { ko: '산식을 읽을 수 없습니다: {found}', en: 'The rule cannot be read: {found}' },
  'rule.type': { ko: '산식의 형이 맞지 않습니다: {found}', en: 'The rule does not type: {found}' },
  'rule.result': {
    ko: '산식의 결과가 {found}입니다. {allowed}이어야 합니다.',
    en: 'The rule gives {found}; it must give {allowed}.',
  },
  'rule.integer': {
    ko: '정수 {found}은(는) 쓸 수 없습니다(정수 나눗셈은 소수를 버립니다). {allowed}로 적으세요.',
    en: 'The integer {found} is refused (integer division drops fractions). Write {allowed}.',
  },
  'rule.literal': { ko: '산식에 쓸 수 없는 값입니다: {found}', en: 'This value is not allowed in a rule: {found}' },
  'rule.name': {
    ko: '‘{found}’은(는) 없는 이름입니다. 쓸 수 있는 이름: {allowed}',
    en: 'There is no name “{found}”. Allowed: {allowed}',
  },
  'rule.function': {
    ko: '‘{found}’ 함수는 쓸 수 없습니다. 쓸 수 있는 함수: {allowed}',
    en: 'The function “{found}” is not allowed. Allowed: {allowed}',
  },
  'rule.operator': {
    ko: '‘{found}’은(는) 산식에 쓸 수 없습니다. 쓸 수 있는 함수: {allowed}',
    en: '“{found}” is not allowed in a rule. Functions: {allowed}',
  },
  'rule.bands': {
    ko: 'bands(값, [오르는 경계…], [점수…])에서 점수는 경계보다 하나 많아야 하고 모두 숫자로 적어야 합니다.',
    en: 'bands(value, [rising limits…], [scores…]) needs one score more than limits, all written as numbers.',
  },
  'rule.input-absent': {
    ko: '산식이 {found}을(를) 쓰지만 지표에 {found} 값이 없습니다.',
    en: 'The rule reads {found}, but the indicator has no {found}.',
  },
  'rule.out-of-range': {
    ko: '평균이 {mean}일 때 점수가 {found}이(가) 됩니다. 허용 범위: {allowed}',
    en: 'With a mean of {mean} the score is {found}. Allowed: {allowed}',
  },
  'process.xml': { ko: 'BPMN 2.0 파일로 읽을 수 없습니다: {found}', en: 'Not readable as BPMN 2.0: {found}' },
  'process.none': { ko: '파일에 프로세스가 없습니다.', en: 'The file holds no process.' },
  'process.several': { ko: '프로세스는 하나만 둘 수 있습니다: {id}', en: 'Only one process is allowed: {id}' },
  'process.id-missing': { ko: 'id가 없는 요소가 있습니다: {found}', en: 'An element has no id: {found}' },
  'process.too-large': {
    ko: '요소가 {found}개입니다. {allowed}개까지 둘 수 있습니다.',
    en: '{found} elements; at most {allowed} are allowed.',
  },
  'process.too-tangled': {
    ko: '흐름의 상태가 {allowed}가지를 넘습니다. 프로세스를 나누세요.',
    en: 'The process has more than {allowed} states. Split it.',
  },
  'process.element': {
    ko: '{id}: {found}은(는) 쓸 수 없습니다. 쓸 수 있는 요소: {allowed}',
    en: '{id}: {found} is not supported. Allowed: {allowed}',
  },
  'process.attribute': {
    ko: '{id}: {attribute} 값 ‘{found}’이(가) 맞지 않습니다. 쓸 수 있는 값: {allowed}',
    en: '{id}: {attribute} is “{found}”. Allowed: {allowed}',
  },
  'process.performer': {
    ko: '{id}: 담당(harmony:performer) ‘{found}’이(가) 맞지 않습니다. 쓸 수 있는 꼴: {allowed}',
    en: '{id}: the performer “{found}” is not right. Allowed: {allowed}',
  },
  'process.results': {
    ko: '{id}: 결과 ‘{found}’을(를) 읽을 수 없습니다. 쓸 수 있는 꼴: {allowed}',
    en: '{id}: the result “{found}” cannot be read. Allowed: {allowed}',
  },
  'process.result-clash': {
    ko: '{id}: 결과 {name}의 형 {found}이(가) 다른 업무의 {allowed}와 다릅니다.',
    en: '{id}: the result {name} is {found} here and {allowed} elsewhere.',
  },
  'process.timer-host': {
    ko: '{id}: 타이머는 담당자의 업무(UserTask)에만 붙일 수 있습니다.',
    en: '{id}: a timer can only be attached to a user task.',
  },
  'process.duration': {
    ko: '{id}: 기간 ‘{found}’을(를) 셀 수 없습니다. 쓸 수 있는 꼴: {allowed}',
    en: '{id}: the duration “{found}” cannot be counted. Allowed: {allowed}',
  },
  'process.start': { ko: '시작 이벤트는 하나여야 합니다. {id}', en: 'There must be exactly one start event. {id}' },
  'process.entry': {
    ko: '{id}: 시작과 타이머로 들어오는 흐름은 둘 수 없습니다.',
    en: '{id}: no flow may enter a start or a timer.',
  },
  'process.dangling-flow': {
    ko: '{id}: 흐름의 양끝이 프로세스의 요소여야 합니다.',
    en: '{id}: both ends of a flow must be elements of the process.',
  },
  'process.disconnected': { ko: '{id}: 이어지지 않은 요소입니다.', en: '{id}: the element is not connected.' },
  'process.unreachable': { ko: '{id}: 시작에서 다다를 수 없습니다.', en: '{id}: cannot be reached from the start.' },
  'process.no-end': { ko: '{id}: 여기서는 끝에 다다를 수 없습니다.', en: '{id}: no end can be reached from here.' },
  'process.fork': {
    ko: '{id}: 업무에서 나가는 흐름은 하나여야 합니다. 갈라지려면 게이트웨이를 쓰세요.',
    en: '{id}: a task has one outgoing flow. Use a gateway to branch.',
  },
  'process.default-missing': {
    ko: '{id}: 배타 게이트웨이에는 기본 흐름(default)이 있어야 합니다.',
    en: '{id}: an exclusive gateway needs a default flow.',
  },
  'process.condition-missing': {
    ko: '{id}: 기본이 아닌 흐름에는 조건이 있어야 합니다.',
    en: '{id}: a flow that is not the default needs a condition.',
  },
  'process.condition-on-default': {
    ko: '{id}: 기본 흐름에는 조건을 둘 수 없습니다.',
    en: '{id}: the default flow may not have a condition.',
  },
  'process.condition-misplaced': {
    ko: '{id}: 조건은 배타 게이트웨이에서 갈라지는 흐름에만 둘 수 있습니다.',
    en: '{id}: only a flow that leaves an exclusive gateway may have a condition.',
  },
  'process.endless-loop': {
    ko: '{id}: 사람의 업무 없이 도는 고리가 있습니다.',
    en: '{id}: a loop without a person’s task never waits.',
  },
  'process.deadlock': {
    ko: '{id}: 합류가 끝내 채워지지 않는 경우가 있습니다.',
    en: '{id}: this join can wait for ever.',
  },
  'process.unsafe': {
    ko: '{id}: 같은 자리에 두 흐름이 함께 들어올 수 있습니다.',
    en: '{id}: two tokens can come to this place.',
  },
  'process.not-waiting': {
    ko: '이미 끝난 단계입니다. 화면을 새로 고쳐 주세요.',
    en: 'This step is already done. Please reload.',
  },
  'process.result-unknown': {
    ko: '‘{found}’은(는) 이 단계의 결과가 아닙니다. 쓸 수 있는 결과: {allowed}',
    en: '“{found}” is no result of this step. Allowed: {allowed}',
  },
  'process.result-type': {
    ko: '결과 {name}은(는) {allowed}이어야 합니다.',
    en: 'The result {name} must be a {allowed}.',
  },
} as const
