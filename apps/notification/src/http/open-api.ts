export const openApi = {
  title: 'Motcua notification',
  version: '1',
  description:
    'Who is notified of what, when and how: rules, the staff directory, notices with their proof of delivery, inboxes (live too), targets, ' +
    'templates, deliveries and webhooks. No answer holds an applicant’s contact.',
};
