/**
 * The citizen's page: asks the questions of the set and sends the answers with the token of the link. The token stands behind `#`,
 * which browsers send to nobody; it goes into the body of the one request that uses it up.
 */
const texts = {
  vi: {
    title: 'Đánh giá việc giải quyết thủ tục hành chính',
    intro: 'Xin Ông/Bà cho biết mức độ hài lòng. Mỗi hồ sơ đánh giá một lần; câu trả lời không ghi tên Ông/Bà.',
    send: 'Gửi đánh giá',
    choose: 'Xin chọn một mức cho câu này.',
    thanks: 'Cảm ơn Ông/Bà đã đánh giá. Có thể đóng trang này.',
    noToken: 'Liên kết chưa đầy đủ. Xin mở đúng liên kết trong thông báo, hoặc quét mã QR tại quầy trả kết quả.',
    unreachable: 'Chưa gửi được vì mất kết nối. Câu trả lời vẫn còn ở đây: xin bấm “Gửi đánh giá” lần nữa.',
    notLoaded: 'Chưa tải được câu hỏi. Xin tải lại trang.',
    later: 'Hệ thống đang bận. Xin thử lại sau ít phút.',
    other: 'English',
  },
  en: {
    title: 'Rate how your dossier was handled',
    intro: 'Please say how satisfied you are. A dossier is rated once; the answers do not carry your name.',
    send: 'Send the rating',
    choose: 'Please choose an answer to this question.',
    thanks: 'Thank you for your rating. You may close this page.',
    noToken: 'The link is not complete. Open the link of the notice as it is, or scan the QR code at the counter.',
    unreachable: 'It could not be sent: there is no connection. Your answers are still here; press “Send the rating” once more.',
    notLoaded: 'The questions could not be loaded. Load the page again.',
    later: 'The system is busy. Try again in a few minutes.',
    other: 'Tiếng Việt',
  },
};

const byId = (id) => document.getElementById(id);
const [form, message, questionsBox, comment, send] = ['form', 'message', 'questions', 'comment', 'send'].map(byId);
const token = location.hash.slice(1);
let language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'vi';
let asked;
let shown;

byId('language').addEventListener('click', () => {
  language = language === 'vi' ? 'en' : 'vi';
  show();
});
// What the browser says of a question without an answer, in the language of the page and not in the browser's own.
form.addEventListener('invalid', ({ target }) => target.setCustomValidity(texts[language].choose), true);
form.addEventListener('input', () => {
  for (const field of form.elements) field.setCustomValidity('');
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void sendRating();
});

show();
if (token === '') say('noToken', true);
else await load();

async function load() {
  try {
    const answer = await fetch('/v1/rating-questions', { headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    asked = await answer.json();
  } catch {
    say('notLoaded', true);
    return;
  }
  form.hidden = false;
  show();
}

async function sendRating() {
  const answers = asked.questions.map(({ code }) => ({ question: code, value: Number(new FormData(form).get(code)) }));
  const words = comment.value.trim();
  send.disabled = true;
  try {
    const answer = await fetch('/v1/ratings', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ token, answers, ...(words === '' ? {} : { comment: words }) }),
    });
    if (answer.ok) {
      form.hidden = true;
      say('thanks', false);
    } else if (answer.status >= 500 || answer.status === 429) say('later', true);
    else sayRefusal(await answer.json());
  } catch {
    say('unreachable', true);
  } finally {
    send.disabled = false;
  }
}

/** One of our texts; it follows the language. */
function say(name, isWrong) {
  shown = name;
  showMessage(texts[language][name], isWrong);
}

/** The service's own words, in the language they were asked for. What is over for this link leaves nothing to fill in. */
function sayRefusal({ title, code }) {
  shown = undefined;
  showMessage(title, true);
  if (['rating.already-given', 'rating.token-expired', 'rating.token-invalid'].includes(code)) form.hidden = true;
}

function showMessage(text, isWrong) {
  message.textContent = text;
  message.classList.toggle('wrong', isWrong);
  message.scrollIntoView({ block: 'nearest' });
}

/** Everything that is written on the page, in its language; what was chosen stays chosen. */
function show() {
  const words = texts[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = words[element.dataset.text];
  const other = byId('language');
  other.textContent = words.other;
  other.lang = language === 'vi' ? 'en' : 'vi';
  if (shown !== undefined) message.textContent = words[shown];
  if (asked !== undefined) showQuestions();
}

function showQuestions() {
  const chosen = new FormData(form);
  questionsBox.replaceChildren(
    ...asked.questions.map((question, index) => toFieldset(question, index, chosen.get(question.code))),
  );
  byId('comment-label').textContent = inLanguage(asked.comment.text);
  comment.maxLength = asked.comment.maxLength;
}

function toFieldset({ code, text }, index, chosen) {
  const legend = document.createElement('legend');
  legend.textContent = `${index + 1}. ${inLanguage(text)}`;
  const scale = document.createElement('div');
  scale.className = 'scale';
  scale.append(...asked.scale.map(({ value, text: answer }) => toChoice(code, value, inLanguage(answer), chosen)));
  const fieldset = document.createElement('fieldset');
  fieldset.append(legend, scale);
  return fieldset;
}

function toChoice(code, value, text, chosen) {
  const input = document.createElement('input');
  Object.assign(input, { type: 'radio', name: code, value: String(value), required: true, checked: chosen === String(value) });
  const label = document.createElement('label');
  label.append(input, text);
  return label;
}

function inLanguage({ vi, en }) {
  return language === 'en' ? (en ?? vi) : vi;
}
