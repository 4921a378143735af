import type { Words } from '../words.ts';
import { plural } from '../plural.ts';

const count = plural('ar');

const newMessages = {
  zero: 'لا رسائل جديدة', one: 'رسالة جديدة واحدة', two: 'رسالتان جديدتان', few: '# رسائل جديدة', many: '# رسالة جديدة', other: '# رسالة جديدة',
};

export const timeline: Words['timeline'] = {
  messages: 'الرسائل',
  loading: 'جارٍ تحميل الرسائل…',
  you: 'أنت',
  mentioned: 'تذكرك',
  begins: 'هنا بداية الغرفة.',
  beginsDirect: 'هنا تبدأ محادثتكما.',
  empty: 'لم يُقل شيء هنا بعد. الكلمة الأولى لك.',
  came: (name) => `حضر ${name}`,
  went: (name) => `غادر ${name}`,
  newSince: (when) => `جديد منذ ${when}`,
  below: (messages) => count(messages, newMessages),
  toLatest: 'إلى الأحدث',
  above: (messages) => `${count(messages, newMessages)} في الأعلى`,
  manyAbove: (messages) => count(messages, { other: '# رسالة جديدة أو أكثر في الأعلى' }),
  toFirstNew: 'إلى الأولى',
  missing: 'قد تكون هناك رسائل ناقصة هنا.',
  load: 'تحميل الرسائل',
  again: 'إعادة المحاولة',
  toDate: 'الانتقال إلى تاريخ',
  date: 'التاريخ',
  go: 'انتقال',
  notHere: 'هذه الرسالة ليست في هذه الغرفة.',
  linkCopied: 'نُسخ رابط الرسالة.',
  linkNotCopied: (link) => `تعذّر نسخ الرابط، وهو ${link}`,
  heardOne: (name, words) => `${name}: ${words}`,
  heard: (messages) => count(messages, newMessages),
};
