import { plural } from '../plural.ts';

const count = plural('ar');
const send = { enter: 'Enter', ctrl_enter: 'Ctrl+Enter' };

export const composing = {
  messageTo: (room: string) => `رسالة إلى ${room}`,
  placeholder: (room: string) => `اكتب إلى ${room}`,
  thisRoom: 'هذه الغرفة',
  send: 'إرسال',
  emoji: 'اختيار رمز تعبيري',
  keys: (key: keyof typeof send) => `${send[key]} للإرسال · Shift+Enter لسطر جديد · **غامق** · *مائل* · \`شيفرة\` · \`\`\` كتلة شيفرة · > اقتباس`,
  stopReply: 'إلغاء الرد',
  full: 'رسائل كثيرة تنتظر الإرسال. تبقى هذه هنا إلى أن يُرسل بعضها.',
  offline: 'يمكنك متابعة الكتابة: تُرسل الرسائل عندما يعود الاتصال.',
  counted: (length: number, longest: number) => `${count(length, { other: '#' })} من ${count(longest, { few: '# أحرف', many: '# حرفًا', other: '# حرف' })}`,
  tooLong: (over: number) => count(over, {
    one: 'حرف واحد زائد. لن يضيع شيء؛ اختصر النص أو اجعله رسالتين.',
    two: 'حرفان زائدان. لن يضيع شيء؛ اختصر النص أو اجعله رسالتين.',
    few: '# أحرف زائدة. لن يضيع شيء؛ اختصر النص أو اجعله رسالتين.',
    many: '# حرفًا زائدًا. لن يضيع شيء؛ اختصر النص أو اجعله رسالتين.',
    other: '# حرف زائد. لن يضيع شيء؛ اختصر النص أو اجعله رسالتين.',
  }),
  suggestions: 'اقتراحات',
  suggested: (found: number) => count(found, {
    zero: 'لا اقتراحات.',
    one: 'اقتراح واحد. مفاتيح الأسهم للاختيار، وTab لأخذ الأول.',
    two: 'اقتراحان. مفاتيح الأسهم للاختيار، وTab لأخذ الأول.',
    few: '# اقتراحات. مفاتيح الأسهم للاختيار، وTab لأخذ الأول.',
    many: '# اقتراحًا. مفاتيح الأسهم للاختيار، وTab لأخذ الأول.',
    other: '# اقتراح. مفاتيح الأسهم للاختيار، وTab لأخذ الأول.',
  }),
  everybody: 'room: كل من هنا',
};
