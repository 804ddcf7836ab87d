export const openApi = {
  title: 'Motcua identity',
  version: '1',
  description:
    'Accounts of the people who sign in with the provider that comes with the product, for administrators. ' +
    'The provider itself says at /identity/.well-known/openid-configuration what it offers.',
};
