import { defineWords } from '@harmony/ui'

export const signInWords = defineWords({
  ko: {
    title: '로그인',
    lead: '공무원과 시민이 같은 곳에서 로그인합니다.',
    email: '전자우편',
    password: '비밀번호',
    submit: '로그인',
    noAccount: '처음 이용하시나요?',
    register: '시민 가입',
    already: '이미 로그인했습니다',
    goHome: '처음 화면으로',
    demo: '시연 계정',
    demoText: '누르면 전자우편과 비밀번호가 채워집니다. 시연용 데이터베이스에만 있습니다.',
  },
  en: {
    title: 'Sign in',
    lead: 'Officers and citizens sign in at the same place.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    noAccount: 'First time here?',
    register: 'Register as a citizen',
    already: 'You are signed in',
    goHome: 'To the first page',
    demo: 'Demo accounts',
    demoText: 'A click fills in the e-mail and the password. They exist on the demo database only.',
  },
})
